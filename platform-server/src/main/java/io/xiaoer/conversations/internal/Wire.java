package io.xiaoer.conversations.internal;

import io.xiaoer.answering.Reply.Card;
import io.xiaoer.answering.Reply.Choice;
import io.xiaoer.answering.Reply.Link;
import io.xiaoer.conversations.Conversations.Opened;
import io.xiaoer.conversations.Conversations.Turn;
import io.xiaoer.conversations.Message;
import io.xiaoer.conversations.Mode;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The forms in which conversations travel, the same for the API and the widget. */
final class Wire {

    private Wire() {}

    record OpenedResource(String conversationId, Mode mode, String greeting) {
        static OpenedResource of(Opened opened) {
            return new OpenedResource(opened.id().toString(), opened.mode(), opened.greeting());
        }
    }

    record ReplyResource(
            String id,
            String kind,
            String text,
            @Nullable String entryKey,
            @Nullable Float confidence,
            List<Choice> choices,
            List<Link> links,
            List<Card> cards,
            List<String> inReplyTo) {
        static ReplyResource of(Message message) {
            return new ReplyResource(
                    message.id(),
                    message.kind(),
                    message.text(),
                    message.entryKey(),
                    message.confidence(),
                    message.choices(),
                    message.links(),
                    message.cards(),
                    message.inReplyTo());
        }
    }

    record TurnResource(String messageId, List<ReplyResource> replies) {
        static TurnResource of(Turn turn) {
            return new TurnResource(
                    turn.messageId(),
                    turn.replies().stream().map(ReplyResource::of).toList());
        }
    }

    record MessageResource(
            String id,
            Message.Author author,
            String kind,
            String text,
            @Nullable String entryKey,
            @Nullable Float confidence,
            List<Choice> choices,
            List<Link> links,
            List<Card> cards,
            List<String> inReplyTo,
            OffsetDateTime at) {
        static MessageResource of(Message message) {
            return new MessageResource(
                    message.id(),
                    message.author(),
                    message.kind(),
                    message.text(),
                    message.entryKey(),
                    message.confidence(),
                    message.choices(),
                    message.links(),
                    message.cards(),
                    message.inReplyTo(),
                    message.at());
        }
    }

    record ModeResource(String mode) {}
}
