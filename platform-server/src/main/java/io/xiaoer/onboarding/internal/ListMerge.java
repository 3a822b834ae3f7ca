package io.xiaoer.onboarding.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Three ways of one list: what the pack has added or removed since comes in or leaves, and what the shop has added or removed stands.
 *
 * @param kept the shop's, without what leaves
 * @param removed what the pack has removed and the shop still had
 * @param added what the pack has added and the shop has not
 */
record ListMerge(List<String> kept, List<String> removed, List<String> added) {

    static ListMerge of(List<String> old, List<String> mine, List<String> fresh) {
        Set<String> before = Same.folds(old);
        Set<String> after = Same.folds(fresh);
        List<String> kept = new ArrayList<>();
        List<String> removed = new ArrayList<>();
        for (String text : mine) {
            String fold = Same.fold(text);
            (before.contains(fold) && !after.contains(fold) ? removed : kept).add(text);
        }
        Set<String> there = new HashSet<>(before);
        there.addAll(Same.folds(mine));
        List<String> added =
                fresh.stream().filter(text -> there.add(Same.fold(text))).toList();
        return new ListMerge(List.copyOf(kept), List.copyOf(removed), added);
    }

    boolean isNothing() {
        return removed.isEmpty() && added.isEmpty();
    }

    List<String> with(List<String> admitted) {
        List<String> all = new ArrayList<>(kept);
        all.addAll(admitted);
        return List.copyOf(all);
    }
}
