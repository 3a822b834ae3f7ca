package io.xiaoer.conversations.internal;

import io.xiaoer.answering.Reply.Card;
import io.xiaoer.answering.Reply.Choice;
import io.xiaoer.answering.Reply.Link;
import io.xiaoer.conversations.Attendance;
import io.xiaoer.conversations.Conversation;
import io.xiaoer.conversations.Conversations.HandedOver;
import io.xiaoer.conversations.Conversations.Opened;
import io.xiaoer.conversations.Conversations.Turn;
import io.xiaoer.conversations.Feedback;
import io.xiaoer.conversations.HandoverReason;
import io.xiaoer.conversations.Image;
import io.xiaoer.conversations.Message;
import io.xiaoer.conversations.Mode;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The forms in which conversations travel, the same for the API and the widget. */
final class Wire {

    private Wire() {}

    record OpenedResource(String conversationId, Mode mode, String greeting) {
        static OpenedResource of(Opened opened) {
            return new OpenedResource(opened.id().toString(), opened.mode(), opened.greeting());
        }
    }

    /** Why a reply hands over. */
    record HandoverResource(String reason) {
        static @Nullable HandoverResource of(Message message) {
            HandoverReason reason = message.details().reason();
            return reason == null ? null : new HandoverResource(reason.key());
        }
    }

    /** Who of the shop speaks. */
    record AgentResource(String name) {
        static @Nullable AgentResource of(Message message) {
            String name = message.details().agent();
            return name == null ? null : new AgentResource(name);
        }
    }

    record FeedbackResource(boolean helpful) {
        static @Nullable FeedbackResource of(@Nullable Feedback feedback) {
            return feedback == null ? null : new FeedbackResource(feedback.helpful());
        }
    }

    /** A conversation that the shopper goes on with. */
    record ConversationResource(String conversationId, Mode mode, int lastSeq) {
        static ConversationResource of(Conversation conversation) {
            return new ConversationResource(conversation.id().toString(), conversation.mode(), conversation.lastSeq());
        }
    }

    record ImageResource(String id, int width, int height) {
        static ImageResource of(Image image) {
            return new ImageResource(image.id().toString(), image.width(), image.height());
        }

        static List<ImageResource> all(Message message) {
            return message.images().stream().map(ImageResource::of).toList();
        }
    }

    record ReplyResource(
            String id,
            int seq,
            Message.Author author,
            String kind,
            String text,
            @Nullable String entryKey,
            @Nullable Float confidence,
            List<Choice> choices,
            List<Link> links,
            List<Card> cards,
            @Nullable HandoverResource handover,
            List<ImageResource> images,
            List<String> inReplyTo) {
        static ReplyResource of(Message message) {
            return new ReplyResource(
                    message.id(),
                    message.seq(),
                    message.author(),
                    message.kind(),
                    message.text(),
                    message.entryKey(),
                    message.confidence(),
                    message.choices(),
                    message.links(),
                    message.cards(),
                    HandoverResource.of(message),
                    ImageResource.all(message),
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

    record HandedOverResource(
            Mode mode, @Nullable Integer place, @Nullable Attendance officeHours, List<ReplyResource> replies) {
        static HandedOverResource of(HandedOver handedOver) {
            return new HandedOverResource(
                    handedOver.mode(),
                    handedOver.place(),
                    handedOver.officeHours(),
                    handedOver.replies().stream().map(ReplyResource::of).toList());
        }
    }

    record FeedbackRequest(
            @Nullable Boolean helpful, @Nullable String comment) {}

    record RatingRequest(@Nullable Integer score, @Nullable String comment) {}

    record MessageResource(
            String id,
            int seq,
            Message.Author author,
            String kind,
            String text,
            @Nullable String entryKey,
            @Nullable Float confidence,
            List<Choice> choices,
            List<Link> links,
            List<Card> cards,
            @Nullable HandoverResource handover,
            @Nullable AgentResource agent,
            List<ImageResource> images,
            List<String> inReplyTo,
            OffsetDateTime at,
            @Nullable FeedbackResource feedback) {
        static MessageResource of(Message message, @Nullable Feedback feedback) {
            return new MessageResource(
                    message.id(),
                    message.seq(),
                    message.author(),
                    message.kind(),
                    message.text(),
                    message.entryKey(),
                    message.confidence(),
                    message.choices(),
                    message.links(),
                    message.cards(),
                    HandoverResource.of(message),
                    AgentResource.of(message),
                    ImageResource.all(message),
                    message.inReplyTo(),
                    message.at(),
                    FeedbackResource.of(feedback));
        }
    }

    record ModeResource(
            String mode,
            @Nullable String reason,
            @Nullable Integer place,
            @Nullable AgentResource agent,
            @Nullable Attendance officeHours) {

        static ModeResource of(Message change) {
            HandoverReason reason = change.details().reason();
            return new ModeResource(
                    change.text(),
                    reason == null ? null : reason.key(),
                    change.details().place(),
                    AgentResource.of(change),
                    change.details().officeHours());
        }

        /** How a conversation stands now. */
        static ModeResource of(Conversation conversation, @Nullable Message change, @Nullable Integer place) {
            String mode = conversation.mode().name().toLowerCase(Locale.ROOT);
            return change == null || !change.text().equals(mode)
                    ? new ModeResource(mode, null, place, null, null)
                    : of(change).at(place);
        }

        /** The same while the line moves on. */
        ModeResource at(@Nullable Integer newPlace) {
            return new ModeResource(mode, reason, newPlace, agent, officeHours);
        }
    }

    record MessagesResource(
            List<MessageResource> items, @Nullable String nextCursor, ModeResource mode) {}

    record TypingResource(Message.Author author) {}
}
