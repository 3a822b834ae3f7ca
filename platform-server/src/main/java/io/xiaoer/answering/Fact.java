package io.xiaoer.answering;

import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
