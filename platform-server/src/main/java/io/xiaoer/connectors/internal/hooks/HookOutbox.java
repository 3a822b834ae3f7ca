package io.xiaoer.connectors.internal.hooks;

import io.xiaoer.connectors.WebhookEvent;
import io.xiaoer.connectors.internal.hooks.Happening.Change;
import io.xiaoer.connectors.internal.hooks.Happening.Talk;
import io.xiaoer.conversations.ConversationClosed;
import io.xiaoer.conversations.ConversationId;
import io.xiaoer.conversations.ConversationOpened;
import io.xiaoer.conversations.HandoverRequested;
import io.xiaoer.conversations.MessageAdded;
import io.xiaoer.conversations.QuestionUnanswered;
import io.xiaoer.rollout.BotHalted;
import io.xiaoer.shared.Ids;
import io.xiaoer.tenancy.TenantEvent;
import java.time.Clock;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Hears what happens in conversations and to bots, within the transaction in which it happens, so that what is committed is told and nothing else is.
 * Not transactional listeners: those are kept in the event publication registry, which needs a second connection while the first is held.
 */
@Component
class HookOutbox {

    private final HookNotes notes;
    private final Clock clock;

    HookOutbox(HookNotes notes, Clock clock) {
        this.notes = notes;
        this.clock = clock;
    }

    @EventListener
    void on(ConversationOpened event) {
        note(event, WebhookEvent.CONVERSATION_CREATED, event.conversation(), null, null);
    }

    @EventListener
    void on(MessageAdded event) {
        note(event, WebhookEvent.MESSAGE_CREATED, event.conversation(), event.seq(), null);
    }

    @EventListener
    void on(HandoverRequested event) {
        note(
                event,
                WebhookEvent.HANDOVER_REQUESTED,
                event.conversation(),
                null,
                event.reason().key());
    }

    @EventListener
    void on(ConversationClosed event) {
        note(event, WebhookEvent.CONVERSATION_CLOSED, event.conversation(), null, null);
    }

    @EventListener
    void on(QuestionUnanswered event) {
        note(event, WebhookEvent.QUESTION_UNANSWERED, event.conversation(), event.seq(), null);
    }

    @EventListener
    void on(BotHalted event) {
        notes.add(
                event.tenantId(),
                new Happening(
                        Ids.next(),
                        WebhookEvent.BOT_HALTED,
                        new Change(event.bot(), event.change()),
                        OffsetDateTime.now(clock)));
    }

    private void note(
            TenantEvent about,
            WebhookEvent event,
            ConversationId conversation,
            @Nullable Integer seq,
            @Nullable String reason) {
        notes.add(
                about.tenantId(),
                new Happening(
                        Ids.next(), event, new Talk(conversation.value(), seq, reason), OffsetDateTime.now(clock)));
    }
}
