package io.xiaoer.answering;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the shopper is told. */
public sealed interface Reply {

    String text();

    /** @param confidence chance that the entry is what was meant, 0 to 1 */
    record Answer(String text, String entryKey, double confidence, List<Link> links, List<Card> cards)
            implements Reply {
        public Answer {
            links = List.copyOf(links);
            cards = List.copyOf(cards);
        }

        public Answer(String text, String entryKey, double confidence) {
            this(text, entryKey, confidence, List.of(), List.of());
        }
    }

    /**
     * An order or a product, shown beside the words.
     *
     * @param kind {@code order} or {@code product}
     * @param text what there is to say of it, for example 「2件，共 59.80」
     * @param status how far it is, for example 「已发货」
     */
    record Card(
            String kind,
            String id,
            String title,
            @Nullable String text,
            @Nullable String status,
            @Nullable String url) {}

    /** The shopper picks what was meant. */
    record Choices(String text, List<Choice> choices) implements Reply {
        public Choices {
            choices = List.copyOf(choices);
        }
    }

    /** @param id key of the entry; with a slash in it, what answers the clerk's question */
    record Choice(String id, String label) {}

    record Unknown(String text) implements Reply {}

    record HandOver(String text, String reason) implements Reply {}

    /** Understood, but it cannot be answered honestly. */
    record Declined(String text, String entryKey, String reason) implements Reply {}

    /** The bot is not there; other ways to reach the shop. */
    record Fallback(String text, List<Link> links) implements Reply {
        public Fallback {
            links = List.copyOf(links);
        }
    }

    record Link(String label, String url) {}

    record PersonReply(String text) implements Reply {}
}
