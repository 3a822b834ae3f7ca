package io.xiaoer.insights.internal;

import java.util.Comparator;
import java.util.List;

/**
 * One way in which a question was asked.
 *
 * @param bare the form in which the same words are equal
 * @param text as it was written last, without what may tell who asked
 * @param times how often
 */
record Wording(String bare, String text, int times) {

    private static final float ALIKE = 0.01f;

    /** Where its vector is. */
    interface Meaning {
        float[] of(String bare);
    }

    /** What stands for all: the nearest to their middle; of those about as near, the most frequent. */
    static Wording typical(List<Wording> wordings, Middle middle, Meaning meaning) {
        return wordings.stream()
                .max(Comparator.comparingInt(
                                (Wording one) -> Math.round(middle.nearness(meaning.of(one.bare())) / ALIKE))
                        .thenComparingInt(Wording::times)
                        .thenComparing(wording -> -wording.text().length())
                        .thenComparing(Wording::bare))
                .orElseThrow();
    }
}
