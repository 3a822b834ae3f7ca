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
 * @param images pictures sent with it
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
        List<Image> images,
        List<String> inReplyTo,
        OffsetDateTime at,
        Details details) {

    /**
     * What goes with it that most messages do not have.
     *
     * @param reason why a reply hands over, or why the mode changed; null where nobody was asked for
     * @param place in line, 1 for the next; null where there is none
     * @param agent the name of who speaks or took over; null if nobody
     * @param officeHours null where the shop has none
     */
    public record Details(
            @Nullable HandoverReason reason,
            @Nullable Integer place,
            @Nullable String agent,
            @Nullable Attendance officeHours) {

        public static final Details NONE = new Details(null, null, null, null);

        static Details because(HandoverReason reason) {
            return new Details(reason, null, null, null);
        }

        static Details by(@Nullable Agent agent) {
            return agent == null ? NONE : new Details(null, null, agent.name(), null);
        }
    }

    /** The kind of an event that says the mode has changed; its text is the mode. */
    public static final String MODE_CHANGE = "mode";

    /** The kind of what a person of the shop says. */
    public static final String PERSON = "person";

    /** The kind of a reply that says the shopper waits for a person. */
    public static final String HANDOVER = "handover";

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
        images = List.copyOf(images);
        inReplyTo = List.copyOf(inReplyTo);
    }

    /** With neither pictures nor details. */
    public Message(
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
        this(
                seq,
                id,
                author,
                kind,
                text,
                entryKey,
                confidence,
                choices,
                links,
                cards,
                List.of(),
                inReplyTo,
                at,
                Details.NONE);
    }

    /** Nothing but words. */
    static Message plain(
            int seq,
            String id,
            Author author,
            String kind,
            String text,
            List<String> inReplyTo,
            OffsetDateTime at,
            Details details) {
        return new Message(
                seq, id, author, kind, text, null, null, List.of(), List.of(), List.of(), List.of(), inReplyTo, at,
                details);
    }

    /** The same with pictures. */
    Message with(List<Image> pictures) {
        return new Message(
                seq,
                id,
                author,
                kind,
                text,
                entryKey,
                confidence,
                choices,
                links,
                cards,
                pictures,
                inReplyTo,
                at,
                details);
    }

    boolean isModeChange() {
        return kind.equals(MODE_CHANGE);
    }
}
