package io.xiaoer.conversations;

import io.xiaoer.answering.Reply;
import io.xiaoer.answering.Reply.Card;
import io.xiaoer.answering.Reply.Choice;
import io.xiaoer.answering.Reply.Link;
import io.xiaoer.conversations.Message.Author;
import io.xiaoer.conversations.Message.Details;
import io.xiaoer.shared.Ids;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Replies, and changes of the mode, as messages. */
final class Replies {

    private Replies() {}

    /** A reply as it would be sent, but outside any conversation. */
    static Message preview(Reply reply) {
        return of(0, reply, List.of(), OffsetDateTime.MIN);
    }

    static Message of(int seq, Reply reply, List<String> inReplyTo, OffsetDateTime at) {
        return switch (reply) {
            case Reply.Answer answer ->
                said(
                        seq,
                        "answer",
                        answer,
                        answer.entryKey(),
                        (float) answer.confidence(),
                        List.of(),
                        answer.links(),
                        answer.cards(),
                        inReplyTo,
                        at);
            case Reply.Choices choices ->
                said(seq, "choices", choices, null, null, choices.choices(), List.of(), List.of(), inReplyTo, at);
            case Reply.Declined declined ->
                said(
                        seq,
                        "declined",
                        declined,
                        declined.entryKey(),
                        null,
                        List.of(),
                        List.of(),
                        List.of(),
                        inReplyTo,
                        at);
            case Reply.Fallback fallback ->
                said(seq, "fallback", fallback, null, null, List.of(), fallback.links(), List.of(), inReplyTo, at);
            case Reply.Unknown unknown -> plain(seq, "unknown", unknown, inReplyTo, at);
            case Reply.HandOver handOver -> plain(seq, Message.HANDOVER, handOver, inReplyTo, at);
            case Reply.PersonReply person -> plain(seq, Message.PERSON, person, inReplyTo, at);
        };
    }

    /** The reply that tells a shopper that a person is asked for. */
    static Message handover(int seq, String text, HandoverReason reason, List<String> inReplyTo, OffsetDateTime at) {
        return Message.plain(
                seq, Ids.next().toString(), Author.BOT, Message.HANDOVER, text, inReplyTo, at, Details.because(reason));
    }

    static Message modeChange(int seq, Mode mode, Details details, OffsetDateTime at) {
        return Message.plain(
                seq,
                Ids.next().toString(),
                Author.SYSTEM,
                Message.MODE_CHANGE,
                mode.name().toLowerCase(Locale.ROOT),
                List.of(),
                at,
                details);
    }

    private static Message plain(int seq, String kind, Reply reply, List<String> inReplyTo, OffsetDateTime at) {
        return said(seq, kind, reply, null, null, List.of(), List.of(), List.of(), inReplyTo, at);
    }

    private static Message said(
            int seq,
            String kind,
            Reply reply,
            @Nullable String entryKey,
            @Nullable Float confidence,
            List<Choice> choices,
            List<Link> links,
            List<Card> cards,
            List<String> inReplyTo,
            OffsetDateTime at) {
        Author author = reply instanceof Reply.PersonReply ? Author.PERSON : Author.BOT;
        return new Message(
                seq,
                Ids.next().toString(),
                author,
                kind,
                reply.text(),
                entryKey,
                confidence,
                choices,
                links,
                cards,
                inReplyTo,
                at);
    }
}
