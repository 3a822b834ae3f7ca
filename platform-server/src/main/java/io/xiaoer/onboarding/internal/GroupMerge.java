package io.xiaoer.onboarding.internal;

import io.xiaoer.onboarding.PackUpgrade.Change;
import io.xiaoer.onboarding.PackUpgrade.Kept;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Three ways of groups of words that mean the same. A group is found again by the words it shares with another; a word stays in the group
 * that the shop has it in. Pure.
 */
final class GroupMerge {

    private static final String FIELD = "synonyms";

    private final List<List<String>> now;
    private final List<Change> changes = new ArrayList<>();
    /** The group of each word, so that none comes to stand in two. */
    private final Map<String, Integer> places = new HashMap<>();

    private GroupMerge(List<List<String>> mine) {
        this.now =
                new ArrayList<>(mine.stream().<List<String>>map(ArrayList::new).toList());
    }

    record Merged(List<List<String>> groups, List<Change> changes) {}

    private record Pair(
            @Nullable List<String> old, @Nullable List<String> fresh) {
        List<String> before() {
            return old == null ? List.of() : old;
        }

        List<String> after() {
            return fresh == null ? List.of() : fresh;
        }
    }

    static Merged of(List<List<String>> old, List<List<String>> mine, List<List<String>> fresh) {
        List<Pair> changed = pairs(old, fresh).stream()
                .filter(pair -> !Same.sets(pair.before(), pair.after()))
                .toList();
        GroupMerge merge = new GroupMerge(mine);
        return merge.merge(changed);
    }

    private static List<Pair> pairs(List<List<String>> old, List<List<String>> fresh) {
        List<Pair> pairs = new ArrayList<>();
        List<List<String>> left = new ArrayList<>(old);
        for (List<String> group : fresh) {
            int nearest = nearest(left, group);
            pairs.add(new Pair(nearest < 0 ? null : left.remove(nearest), group));
        }
        left.forEach(gone -> pairs.add(new Pair(gone, null)));
        return pairs;
    }

    /** The group that shares the most words, the first of several; -1 if none shares any. */
    private static int nearest(List<List<String>> groups, List<String> words) {
        Set<String> wanted = Same.folds(words);
        int best = -1;
        long most = 0;
        for (int i = 0; i < groups.size(); i++) {
            long shared = groups.get(i).stream()
                    .filter(word -> wanted.contains(Same.fold(word)))
                    .count();
            if (shared > most) {
                most = shared;
                best = i;
            }
        }
        return best;
    }

    private Merged merge(List<Pair> changed) {
        List<List<String>> before = now.stream().map(List::copyOf).toList();
        Map<Pair, Integer> homes = new HashMap<>();
        for (Pair pair : changed) {
            int home = nearest(now, pair.old() == null ? pair.after() : pair.before());
            homes.put(pair, home);
            if (home >= 0) {
                Set<String> leaving = new HashSet<>(Same.folds(pair.before()));
                leaving.removeAll(Same.folds(pair.after()));
                now.get(home).removeIf(word -> leaving.contains(Same.fold(word)));
            }
        }
        for (int i = 0; i < now.size(); i++) {
            for (String word : now.get(i)) {
                places.put(Same.fold(word), i);
            }
        }
        changed.forEach(pair -> add(pair, homes.getOrDefault(pair, -1)));
        for (int i = 0; i < before.size(); i++) {
            if (!before.get(i).equals(now.get(i))) {
                List<String> left = now.get(i).size() < 2 ? List.of() : line(now.get(i));
                changes.add(new Change(FIELD, line(before.get(i)), left, null));
            }
        }
        return new Merged(
                now.stream().filter(group -> group.size() > 1).map(List::copyOf).toList(), List.copyOf(changes));
    }

    private void add(Pair pair, int home) {
        Set<String> known = Same.folds(pair.before());
        List<String> coming = pair.after().stream()
                .filter(word -> !known.contains(Same.fold(word)))
                .collect(Collectors.toCollection(ArrayList::new));
        if (coming.isEmpty()) {
            return;
        }
        if (home < 0 && pair.old() != null) {
            changes.add(new Change(FIELD, List.of(), line(pair.after()), Kept.DELETED));
            return;
        }
        List<String> elsewhere = coming.stream()
                .filter(word -> places.getOrDefault(Same.fold(word), home) != home)
                .toList();
        coming.removeAll(elsewhere);
        if (!elsewhere.isEmpty()) {
            changes.add(new Change(FIELD, List.of(), elsewhere, Kept.ELSEWHERE));
        }
        if (home >= 0) {
            coming.removeIf(word -> places.containsKey(Same.fold(word)));
            coming.forEach(word -> places.put(Same.fold(word), home));
            now.get(home).addAll(coming);
        } else if (coming.size() > 1) {
            coming.forEach(word -> places.put(Same.fold(word), now.size()));
            now.add(coming);
            changes.add(new Change(FIELD, List.of(), line(coming), null));
        }
    }

    private static List<String> line(List<String> group) {
        return group.isEmpty() ? List.of() : List.of(String.join(" = ", group));
    }
}
