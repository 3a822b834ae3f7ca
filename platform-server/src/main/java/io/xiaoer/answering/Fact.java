package io.xiaoer.answering;

import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is true about one need for one shopper at the moment of the answer; plain values, so that it can be kept as JSON.
 *
 * @param values for templates, by field: strings, numbers, booleans, lists and maps of these; null for what does not apply
 * @param say all of it in a sentence or two; for {@link State#WHICH} and {@link State#ASK} the question
 * @param refuses whether it says that something cannot be done
 * @param choices possible answers to the question
 * @param links that go with the reply
 * @param cards that go with the reply
 * @param about the order that is spoken of
 * @param sources what it was told from
 */
public record Fact(
        Need need,
        State state,
        Map<String, Object> values,
        String say,
        boolean refuses,
        List<Reply.Choice> choices,
        List<Reply.Link> links,
        List<Reply.Card> cards,
        @Nullable About about,
        List<Source> sources) {

    /** How much could be told. */
    public enum State {
        KNOWN,
        /** Personal, and the shopper is not signed in. */
        SIGN_IN,
        /** There is no such order, coupon or request. */
        NOTHING,
        /** The shop has no such rule. */
        NOT_SET,
        /** What is known is too old to be told. */
        STALE,
        /** The shop's system does not answer, and nothing is known here. */
        DOWN,
        /** Several orders may be meant. */
        WHICH,
        /** The shopper must say something that nobody knows. */
        ASK;

        /** As templates see it in {@code why}, for example {@code sign-in}. */
        public String key() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }

        public boolean isQuestion() {
            return this == WHICH || this == ASK;
        }
    }

    /** The order spoken of, and the goods in it if one of several is. */
    public record About(String orderId, @Nullable String sku) {}

    /**
     * Where something comes from.
     *
     * @param kind {@code rule}, {@code order}, {@code coupon} …
     * @param version of a rule; null for data
     * @param origin who brought the data, see {@link io.xiaoer.shopdata.Freshness}; null for a rule
     * @param updatedAt when the data changed; null for a rule
     * @param receivedAt when it was last heard; null for a rule
     */
    public record Source(
            String kind,
            String id,
            @Nullable Integer version,
            @Nullable String origin,
            @Nullable OffsetDateTime updatedAt,
            @Nullable OffsetDateTime receivedAt) {}

    public Fact {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        choices = List.copyOf(choices);
        links = List.copyOf(links);
        cards = List.copyOf(cards);
        sources = List.copyOf(sources);
    }

    /** Nothing goes with it yet. */
    public static Fact of(Need need, State state, Map<String, Object> values, String say) {
        return new Fact(need, state, values, say, false, List.of(), List.of(), List.of(), null, List.of());
    }

    /** Something that the shopper must say first. */
    public static Fact question(Need need, State state, String say, List<Reply.Choice> choices, @Nullable About about) {
        return new Fact(need, state, Map.of(), say, false, choices, List.of(), List.of(), about, List.of());
    }

    public Fact refusing() {
        return with(true, links, cards, about, sources);
    }

    /** @param url null for no link */
    public Fact withLink(String label, @Nullable String url) {
        return url == null ? this : with(refuses, and(links, new Reply.Link(label, url)), cards, about, sources);
    }

    public Fact withCard(Reply.Card card) {
        return with(refuses, links, and(cards, card), about, sources);
    }

    public Fact withSource(Source source) {
        return with(refuses, links, cards, about, and(sources, source));
    }

    public Fact about(About goods) {
        return with(refuses, links, cards, goods, sources);
    }

    private Fact with(
            boolean nowRefuses,
            List<Reply.Link> nowLinks,
            List<Reply.Card> nowCards,
            @Nullable About nowAbout,
            List<Source> nowSources) {
        return new Fact(need, state, values, say, nowRefuses, choices, nowLinks, nowCards, nowAbout, nowSources);
    }

    private static <T> List<T> and(List<T> some, T one) {
        return Stream.concat(some.stream(), Stream.of(one)).toList();
    }

    public boolean isKnown() {
        return state == State.KNOWN;
    }

    /** What templates see: the values, and how much is known. */
    public Map<String, Object> forTemplates() {
        Map<String, Object> all = new LinkedHashMap<>(values);
        all.put("known", isKnown());
        if (!isKnown()) {
            all.put("why", state.key());
        }
        all.put("say", say);
        return all;
    }
}
