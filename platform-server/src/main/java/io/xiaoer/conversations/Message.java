package io.xiaoer.conversations;

import io.xiaoer.answering.Reply.Card;
import io.xiaoer.answering.Reply.Choice;
import io.xiaoer.answering.Reply.Link;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something said in a conversation, or a change of its mode.
 *
 * @param seq order within the conversation; also the id of its event
 * @param id the sender's own id for a shopper's message, ours for a reply
 * @param kind {@code text} for a shopper's message, the reply's kind, or {@code mode}
 * @param confidence chance that the entry is what was meant, 0 to 1; null where nothing was matched
 * @param inReplyTo ids of the shopper's messages this answers
 */
public record Message(
        int seq,
        String id,
        Author author,
        String kind,
        String text,
        @Nullable String entryKey,
        @Nullable Float confidence,
        List<Choice> choices,
        List<Link> links,
        List<Card> cards,
        List<String> inReplyTo,
        OffsetDateTime at) {

    /** The kind of an event that says the mode has changed; its text is the mode. */
    public static final String MODE_CHANGE = "mode";

    /** Who says it. */
    public enum Author {
        SHOPPER,
        BOT,
        PERSON,
        SYSTEM
    }

    public Message {
        choices = List.copyOf(choices);
        links = List.copyOf(links);
        cards = List.copyOf(cards);
        inReplyTo = List.copyOf(inReplyTo);
    }
}
