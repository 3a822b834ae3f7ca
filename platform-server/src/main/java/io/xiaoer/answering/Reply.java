package io.xiaoer.answering;

import java.util.List;

/** What the shopper is told. */
public sealed interface Reply {

    String text();

    /** @param confidence chance that the entry is what was meant, 0 to 1 */
    record Answer(String text, String entryKey, double confidence) implements Reply {}

    /** The shopper picks what was meant. */
    record Choices(String text, List<Choice> choices) implements Reply {
        public Choices {
            choices = List.copyOf(choices);
        }
    }

    /** @param id key of the entry */
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
