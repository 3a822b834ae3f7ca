package io.xiaoer.insights.internal;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts how a question was worded. */
final class Tally {

    private final Map<String, Wording> wordings = new HashMap<>();

    void addAll(List<Wording> more) {
        more.forEach(this::add);
    }

    void add(Failed failed) {
        add(new Wording(failed.wording(), failed.text(), 1));
    }

    private void add(Wording wording) {
        wordings.merge(
                wording.bare(),
                wording,
                (known, more) -> new Wording(known.bare(), more.text(), known.times() + more.times()));
    }

    /** The most frequent ones. */
    List<Wording> most(int limit) {
        return wordings.values().stream()
                .sorted(Comparator.comparingInt(Wording::times).reversed().thenComparing(Wording::bare))
                .limit(limit)
                .toList();
    }
}
