package io.xiaoer.answering.facts;

import io.xiaoer.answering.understanding.CommonPart;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How shoppers speak of goods: by a part of the name, and whether they are opened. */
public final class GoodsWords {

    private static final Pattern UNOPENED = Pattern.compile(
            "(?:没有?|未|不曾|还没有?)(?:拆|开封|打开|开过|用过?|动过|穿过?|试过?)|全新|原封|\\bunopened\\b|\\bnot opened\\b|\\b(?:haven't|have not|didn't) (?:open|use)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern OPENED = Pattern.compile(
            "拆了|拆过|拆开|已拆|拆封了?|开封了?|打开了|开了封|用了|用过|试了|试用|试过|穿过|吃了|\\bopened\\b|\\bused\\b", Pattern.CASE_INSENSITIVE);
    /** 「拆封了吗」 asks and says nothing. */
    private static final Pattern ASKS = Pattern.compile("(?:拆封|拆开|拆|开封)了?(?:没有?|吗|嘛|么)[？?]?$|是否(?:拆|开)");

    private static final Pattern YES =
            Pattern.compile("^(?:是的?|嗯+|对的?|yes|yeah|yep|y)[，。!！~～]?$", Pattern.CASE_INSENSITIVE);
    private static final Pattern NO =
            Pattern.compile("^(?:没有?|没呢|没呀|还没有?|不是|否|no|nope|n|not yet)[，。!！~～哦呢呀啊]*$", Pattern.CASE_INSENSITIVE);
    private static final Pattern ORDINAL = Pattern.compile(
            "^(?:就|是|选|要)?(?:第(?<chinese>[一二三四五])|第?(?<digit>[1-5])|(?<last>最后)一?|(?<english>first|second|third|last))(?:个|单|件|条|项|款|样)?(?:吧|的|呢|啊|呀|one)?(?:[，。,.!！ ].*)?$",
            Pattern.CASE_INSENSITIVE);

    private static final Set<String> COMMON_WORDS =
            Set.of("the", "and", "for", "with", "this", "that", "order", "size");

    private GoodsWords() {}

    /** Whether the shopper says that goods are opened; null if they say nothing of it. */
    static @Nullable Boolean opened(String message) {
        if (ASKS.matcher(message).find()) {
            return null;
        }
        if (UNOPENED.matcher(message).find()) {
            return false;
        }
        return OPENED.matcher(message).find() ? true : null;
    }

    /** An answer to 「拆封了吗」; null if it is none. */
    public static @Nullable Boolean openedAnswer(String message) {
        String said = message.strip();
        if (said.length() > 20) {
            return null;
        }
        Boolean opened = opened(said);
        if (opened != null) {
            return opened;
        }
        return NO.matcher(said).matches() ? Boolean.FALSE : YES.matcher(said).matches() ? Boolean.TRUE : null;
    }

    /** Which of the offered ones 「第二个」 is, from 0; -1 if the message says nothing like it. */
    public static int ordinal(String message, int offered) {
        Matcher found = ORDINAL.matcher(message.strip().replace("the ", ""));
        if (!found.matches() || message.strip().length() > 20) {
            return -1;
        }
        int index;
        if (found.group("chinese") != null) {
            index = "一二三四五".indexOf(found.group("chinese"));
        } else if (found.group("digit") != null) {
            index = Integer.parseInt(found.group("digit")) - 1;
        } else if (found.group("last") != null) {
            index = offered - 1;
        } else {
            index = switch (found.group("english").toLowerCase(Locale.ROOT)) {
                case "first" -> 0;
                case "second" -> 1;
                case "third" -> 2;
                default -> offered - 1;
            };
        }
        return index < offered ? index : -1;
    }

    /** How much of a name the message says: length of the longest part of it in characters, at least two; 0 if none. */
    public static int overlap(String name, String message) {
        String one = name.toLowerCase(Locale.ROOT);
        String other = message.toLowerCase(Locale.ROOT);
        if (other.contains(one)) {
            return one.length() + 1; // all of it
        }
        return one.codePoints().anyMatch(Character::isIdeographic) ? commonPart(one, other) : commonWords(one, other);
    }

    private static int commonPart(String one, String other) {
        int longest = CommonPart.of(one, other, (from, to) -> true).length();
        return longest >= 2 ? longest : 0;
    }

    private static int commonWords(String one, String other) {
        Set<String> words = new HashSet<>(Arrays.asList(one.split("[^a-z0-9]+")));
        words.retainAll(Arrays.asList(other.split("[^a-z0-9]+")));
        return words.stream()
                .filter(word -> word.length() >= 3 && !COMMON_WORDS.contains(word))
                .mapToInt(String::length)
                .sum();
    }
}
