package io.xiaoer.conversations.internal;

import io.xiaoer.conversations.Redaction;
import io.xiaoer.shared.Digests;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Takes out of an error of the widget what may tell of a shopper: addresses but for the file's name, whatever is quoted, Chinese
 * words (errors of browsers have none of their own), and what {@link Redaction} finds.
 */
public final class BeaconScrub {

    private static final int LONGEST_LINE = 500;

    private static final Pattern FIREFOX = Pattern.compile("@(?=[a-z][a-z0-9+.\\-]{0,20}:)");
    private static final Pattern ADDRESS = Pattern.compile("(?:[a-z][a-z0-9+.\\-]{0,20}:)?//[^\\s()<>\"']+");
    private static final Pattern PLACE = Pattern.compile("(?::\\d{1,6}){1,2}$");
    private static final Pattern DATA = Pattern.compile("\\b(?:data|blob|about|javascript):[^\\s()]*");
    private static final Pattern QUOTED = Pattern.compile("\"[^\"\\n]*\"|'[^'\\n]*'|`[^`\\n]*`|“[^”\\n]*”|「[^」\\n]*」");
    private static final Pattern CHINESE = Pattern.compile("[\\p{IsHan}\\u3000-\\u303F\\uFF00-\\uFFEF]+");
    private static final Pattern ANY_PLACE = Pattern.compile(":\\d+");

    private BeaconScrub() {}

    /** @param most characters that are kept */
    public static String text(String text, int most) {
        String scrubbed = text.lines()
                .map(line -> line.length() > LONGEST_LINE ? cut(line, LONGEST_LINE) : line)
                .map(BeaconScrub::line)
                .collect(Collectors.joining("\n"));
        return cut(scrubbed.strip(), most);
    }

    /** The same for the same error, wherever in a file it stands; null if nothing is known of it. */
    public static @Nullable String likeness(@Nullable String message, @Nullable String stack) {
        if (message == null && stack == null) {
            return null;
        }
        String whole = (message == null ? "" : message) + '\n' + (stack == null ? "" : stack);
        return Digests.sha256Hex(ANY_PLACE.matcher(whole).replaceAll(""));
    }

    private static String line(String line) {
        String left = FIREFOX.matcher(line).replaceAll(" ");
        left = DATA.matcher(left).replaceAll("…");
        left = ADDRESS.matcher(left).replaceAll(address -> Matcher.quoteReplacement(file(address)));
        left = QUOTED.matcher(left).replaceAll("…");
        return CHINESE.matcher(Redaction.of(left)).replaceAll("…");
    }

    /** The name of the file that an address ends with, and where in it. */
    private static String file(MatchResult address) {
        String whole = address.group();
        Matcher place = PLACE.matcher(whole);
        String where = place.find() ? place.group() : "";
        String path = whole.substring(0, whole.length() - where.length()).split("[?#]", 2)[0];
        return path.substring(path.lastIndexOf('/') + 1) + where;
    }

    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }
}
