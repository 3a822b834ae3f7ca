package io.xiaoer.conversations;

import io.xiaoer.bots.BotId;
import io.xiaoer.conversations.internal.OpinionRows;
import io.xiaoer.rollout.ShopperRef;
import io.xiaoer.shared.FieldErrors;
import io.xiaoer.shared.Problem;
import io.xiaoer.tenancy.OpenToAll;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What shoppers think of replies and of conversations. */
@Service
@OpenToAll("the shopper's way itself")
public class Opinions {

    private final Conversations conversations;
    private final OpinionRows rows;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Opinions(Conversations conversations, OpinionRows rows, ApplicationEventPublisher events, Clock clock) {
        this.conversations = conversations;
        this.rows = rows;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Says whether a reply helped; saying it again replaces what was said.
     *
     * @param bot the bot it must be with; null for any of the shop's
     * @param shopper whose it must be; null for any of the shop's
     * @throws Problem if there is no such reply or conversation
     */
    @Transactional
    public void helped(
            String conversationId,
            @Nullable BotId bot,
            @Nullable ShopperRef shopper,
            String replyId,
            @Nullable Boolean helpful,
            @Nullable String comment) {
        Conversation conversation = conversations.get(conversationId, bot, shopper);
        new FieldErrors()
                .rejectIf(helpful == null, "helpful", "is required")
                .optionalText("comment", comment, Feedback.MAX_COMMENT)
                .throwIfAny();
        TenantId tenant = TenantScope.required();
        int seq = rows.reply(tenant, conversation.id(), replyId).orElseThrow(() -> Problem.notFound("reply"));
        rows.save(
                tenant,
                conversation.id(),
                seq,
                new Feedback(Boolean.TRUE.equals(helpful), said(comment)),
                OffsetDateTime.now(clock));
        events.publishEvent(new DeskStirred(tenant, conversation.id()));
        events.publishEvent(
                new ReplyRated(tenant, conversation.bot(), conversation.id(), seq, Boolean.TRUE.equals(helpful)));
    }

    /**
     * Says how content the shopper was, once a conversation has been closed; saying it again replaces what was said.
     *
     * @param bot the bot it must be with; null for any of the shop's
     * @param shopper whose it must be; null for any of the shop's
     * @throws Problem if there is no such conversation, or it was never closed
     */
    @Transactional
    public void rate(
            String conversationId,
            @Nullable BotId bot,
            @Nullable ShopperRef shopper,
            @Nullable Integer score,
            @Nullable String comment) {
        Conversation conversation = conversations.get(conversationId, bot, shopper);
        FieldErrors errors = new FieldErrors().optionalText("comment", comment, Rating.MAX_COMMENT);
        if (score == null || score < Rating.LEAST || score > Rating.MOST) {
            errors.reject("score", "must be between " + Rating.LEAST + " and " + Rating.MOST);
        }
        errors.rejectIf(
                conversation.desk().closedAt() == null, "score", "can be given once the conversation has been closed");
        errors.throwIfAny();
        TenantId tenant = TenantScope.required();
        int given = score == null ? Rating.LEAST : score;
        rows.save(tenant, conversation, new Rating(given, said(comment), OffsetDateTime.now(clock)));
        events.publishEvent(new DeskStirred(tenant, conversation.id()));
    }

    /** What the shopper thought of these messages, in order, by their numbers. */
    @Transactional(readOnly = true)
    public Map<Integer, Feedback> of(ConversationId id, List<Message> messages) {
        return messages.isEmpty()
                ? Map.of()
                : rows.feedback(
                        TenantScope.required(),
                        id,
                        messages.getFirst().seq(),
                        messages.getLast().seq());
    }

    private static @Nullable String said(@Nullable String comment) {
        return comment == null || comment.isBlank() ? null : comment.strip();
    }
}
