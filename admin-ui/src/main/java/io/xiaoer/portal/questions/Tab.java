package io.xiaoer.portal.questions;

import io.xiaoer.insights.QuestionCluster.State;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** Which questions are listed, by how far they have come. */
enum Tab {
    /** Those live but not answered in all their wordings, too. */
    OPEN(Set.of(State.OPEN, State.WATCHED)),
    DRAFTED(Set.of(State.DRAFTED)),
    SOLVED(Set.of(State.CLOSED)),
    IGNORED(Set.of(State.IGNORED));

    private final Set<State> states;

    Tab(Set<State> states) {
        this.states = states;
    }

    Set<State> states() {
        return states;
    }

    /** As the address names it. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The first where the address names none. */
    static Tab of(String key) {
        return Arrays.stream(values())
                .filter(tab -> tab.key().equals(key))
                .findFirst()
                .orElse(OPEN);
    }
}
