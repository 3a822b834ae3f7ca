package io.xiaoer.rehearsal.internal;

import io.xiaoer.conversations.PastQuestions.Typed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A text that shoppers typed.
 *
 * @param last when it was last typed, and just how
 * @param times how often, however it was cased and pointed
 */
record Frequent(Typed last, int times) {

    /** The most frequent first; of those that are as frequent, the one that was typed last. */
    static List<Frequent> of(List<Typed> newestFirst, int most) {
        Map<String, Frequent> byText = new LinkedHashMap<>();
        for (Typed one : newestFirst) {
            String letters = Judge.letters(one.text());
            if (!letters.isEmpty()) {
                byText.merge(
                        letters, new Frequent(one, 1), (newer, more) -> new Frequent(newer.last(), newer.times() + 1));
            }
        }
        List<Frequent> all = new ArrayList<>(byText.values());
        all.sort(Comparator.comparingInt(Frequent::times).reversed());
        return all.subList(0, Math.min(most, all.size()));
    }
}
