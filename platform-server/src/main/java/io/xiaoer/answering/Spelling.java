package io.xiaoer.answering;

import io.xiaoer.answering.understanding.Normalizer;

/** One spelling for all ways to write the same message. */
public final class Spelling {

    private Spelling() {}

    /**
     * The message without what makes no difference to how it is understood at once: width, case, script, emoji and the marks around it; where
     * it is Chinese also spaces, other marks, greetings, thanks and sentence particles. Fit to be read, and to be a similar question.
     */
    public static String plain(String message) {
        String normalised = Normalizer.normalise(message);
        return normalised.codePoints().anyMatch(Character::isIdeographic)
                ? Normalizer.bare(normalised)
                : withoutMarksAround(normalised);
    }

    /** Whether two messages differ in nothing that is heard. */
    public static boolean isSame(String one, String other) {
        return Normalizer.bare(Normalizer.normalise(one)).equals(Normalizer.bare(Normalizer.normalise(other)));
    }

    private static String withoutMarksAround(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && !isHeard(text.codePointAt(from))) {
            from += Character.charCount(text.codePointAt(from));
        }
        while (to > from && !isHeard(text.codePointBefore(to))) {
            to -= Character.charCount(text.codePointBefore(to));
        }
        return text.substring(from, to);
    }

    private static boolean isHeard(int c) {
        return Character.isLetterOrDigit(c);
    }
}
