package io.xiaoer.answering;

import io.xiaoer.answering.Reply.Card;
import io.xiaoer.answering.Reply.Link;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /** That go with what the facts say, each once. */
    static List<Link> links(List<Fact> facts) {
        return facts.stream().flatMap(fact -> fact.links().stream()).distinct().toList();
    }

    /** That go with what the facts say, each order and product once. */
    static List<Card> cards(List<Fact> facts) {
        Map<String, Card> cards = new LinkedHashMap<>();
        facts.forEach(fact -> fact.cards().forEach(card -> cards.putIfAbsent(card.kind() + card.id(), card)));
        return List.copyOf(cards.values());
    }

    /** Those of them that are about these needs, in the needs' order. */
    Facts only(List<Need> needs) {
        return new Facts(needs.stream().map(this::of).flatMap(Optional::stream).toList());
    }

    public Optional<Fact> of(Need need) {
        return facts.stream().filter(fact -> fact.need() == need).findFirst();
    }
}
