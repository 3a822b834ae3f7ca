package io.xiaoer.answering.understanding;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a message says of goods, taken out of it: in 「我昨天买的面膜能换吗」 only 「能换吗」 says what is wanted, and the goods' name would draw it to whatever the
 * shop has written about masks.
 */
final class Mentions {

    private static final String BUYING = "(?:买|拍|下单|下|订|定|收到|入手|抢|到手|领)";
    private static final Pattern BOUGHT =
            Pattern.compile("(?:^|(?<=[，,。！!？?\\s]))(?:请问|亲|你好|那)?(?:我|俺|咱们?|人家)?[^，,。！!？?]{0,8}?" + BUYING
                    + "(?:了|到|过)?的(?:那|这)?(?:个|件|瓶|盒|单|款|支|些)?");
    private static final Pattern WANTS =
            Pattern.compile("能|可以|可不可以|还能|怎么|咋|什么时候|啥时候|几时|到哪|为什么|为啥|没|还没|不|要|想|是不是|多久|几天|多少|有|坏|破|漏|少|错|过期|退|换");
    private static final Pattern BOUGHT_EN = Pattern.compile(
            "\\b(?:the|my)?\\s*[\\w' -]{0,40}?\\s*(?:that )?i (?:just )?(?:bought|ordered|got|received)(?: (?:yesterday|today|last week|last month|\\d+ days ago))?",
            Pattern.CASE_INSENSITIVE);
    /** Goods are called so shortly before what is wanted. */
    private static final int LONGEST_NAME = 10;

    private Mentions() {}

    /**
     * The message without them; empty if it mentions none, or says nothing else.
     *
     * @param names of goods that may be mentioned, by any part of at least two characters
     */
    static Optional<String> without(String message, List<String> names) {
        String rest = withoutName(withoutBuying(message), names);
        return rest.equals(message)
                        || Normalizer.bare(Normalizer.normalise(rest)).length() < 2
                ? Optional.empty()
                : Optional.of(rest);
    }

    /** What of the goods' names the message says; {@link #without} takes the same out for it. */
    static List<String> named(String message, List<String> names) {
        return part(withoutBuying(message), names).stream().toList();
    }

    private static String withoutBuying(String message) {
        Matcher bought = BOUGHT.matcher(message);
        if (bought.find()) {
            String rest = message.substring(bought.end());
            Matcher wants = WANTS.matcher(rest);
            int name = wants.find() && wants.start() <= LONGEST_NAME ? wants.start() : 0;
            return message.substring(0, bought.start()) + rest.substring(name);
        }
        return BOUGHT_EN.matcher(message).replaceFirst("it");
    }

    private static String withoutName(String message, List<String> names) {
        return part(message, names)
                .map(part -> {
                    int at = message.toLowerCase(Locale.ROOT).indexOf(part);
                    return message.substring(0, at) + message.substring(at + part.length());
                })
                .orElse(message);
    }

    private static Optional<String> part(String message, List<String> names) {
        return names.stream()
                .map(name -> commonPart(name.toLowerCase(Locale.ROOT), message.toLowerCase(Locale.ROOT)))
                .filter(part -> part.length() >= 2)
                .max(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()));
    }

    /** The longest run of letters that both say; for words that are parted by spaces, whole words only. */
    private static String commonPart(String name, String message) {
        return CommonPart.of(
                name, message, (from, to) -> Characters.isHan(message.charAt(to - 1)) || isWord(message, from, to));
    }

    private static boolean isWord(String message, int from, int to) {
        return to - from >= 3
                && (from == 0 || !Character.isLetter(message.charAt(from - 1)))
                && (to == message.length() || !Character.isLetter(message.charAt(to)));
    }
}
