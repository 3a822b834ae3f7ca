package io.xiaoer.insights.internal;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tells whether two texts ask the same in different words. Says so rather too seldom than too often. */
final class SameQuestion {

    /**
     * From this cosine on two questions are taken for the same one. Of 675 pairs of different questions of a shop none is above 0.76; different
     * ones about the same thing come nearer.
     */
    static final float ALIKE = 0.8f;

    /** Fewer letters are a greeting, a yes, a piece of something. */
    private static final int FEWEST_LETTERS = 4;

    /** Thanks and greetings are said again and again. */
    private static final int LONGEST_COURTESY = 10;

    private static final Pattern COURTESY = Pattern.compile(
            "^(?:谢谢|多谢|感谢|好的|好吧|嗯|哦|知道了|明白|收到|你好|您好|在吗|在不在|有人吗|再见|拜拜|辛苦|ok|okay|thank|thx|hello|hi|hey|bye|great|got).*");

    /** Sizes, amounts and models: about another one it is another question. */
    private static final Pattern NAMES = Pattern.compile("[0-9a-z]+");

    private SameQuestion() {}

    /** How near two texts are in meaning, 1 for the same. */
    interface Likeness {
        float of(String one, String other);
    }

    static boolean inOtherWords(String before, String now, Likeness likeness) {
        String first = letters(before);
        String second = letters(now);
        return asks(first)
                && asks(second)
                && !first.equals(second)
                && names(before).equals(names(now))
                && likeness.of(before, now) >= ALIKE;
    }

    private static boolean asks(String letters) {
        int count = letters.codePointCount(0, letters.length());
        return count >= FEWEST_LETTERS
                && !(count <= LONGEST_COURTESY && COURTESY.matcher(letters).matches());
    }

    private static String letters(String text) {
        return folded(text)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static Set<String> names(String text) {
        return NAMES.matcher(folded(text))
                .results()
                .map(MatchResult::group)
                .filter(name -> name.chars().anyMatch(Character::isDigit))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
