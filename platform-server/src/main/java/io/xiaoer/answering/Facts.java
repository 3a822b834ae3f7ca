package io.xiaoer.answering;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What is true at the moment of the answer, one fact a need. */
public record Facts(List<Fact> facts) {

    private static final Facts NONE = new Facts(List.of());

    public Facts {
        facts = List.copyOf(facts);
    }

    public static Facts of(Fact... facts) {
        return new Facts(Arrays.asList(facts));
    }

    public static Facts none() {
        return NONE;
    }

    public Optional<Fact> of(Need need) {
        return facts.stream().filter(fact -> fact.need() == need).findFirst();
    }
}
