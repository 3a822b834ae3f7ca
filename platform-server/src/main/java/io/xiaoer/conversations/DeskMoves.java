package io.xiaoer.conversations;

import io.xiaoer.conversations.Conversations.ConversationGrew;
import io.xiaoer.conversations.Message.Author;
import io.xiaoer.conversations.Message.Details;
import io.xiaoer.conversations.internal.ConversationRows;
import io.xiaoer.rollout.Admission.Admitted;
import io.xiaoer.shared.Problem;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The steps that a conversation takes at the desk, each within its caller's transaction. */
@Component
class DeskMoves {

    private final ConversationRows rows;
    private final Handovers handovers;
    private final Reception reception;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DeskMoves(
            ConversationRows rows,
            Handovers handovers,
            Reception reception,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.handovers = handovers;
        this.reception = reception;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The conversation, once nobody else changes it.
     *
     * @throws Problem if there is none; another shop's looks the same
     */
    Conversation hold(ConversationId id) {
        return find(id).orElseThrow(() -> Problem.notFound("conversation"));
    }

    /** The same; empty if there is none. */
    Optional<Conversation> find(ConversationId id) {
        return rows.lock(TenantScope.required(), id);
    }

    void toPerson(Conversation conversation, Agent agent) {
        OffsetDateTime now = now();
        move(conversation, Mode.PERSON, conversation.desk().with(agent, now), Details.by(agent), now);
    }

    void toLine(Conversation conversation) {
        OffsetDateTime now = now();
        Handovers.InLine inLine = handovers.again(conversation, conversation.lastSeq(), now);
        write(conversation, Mode.WAITING, inLine.desk(), inLine.messages(), now);
        HandoverReason reason = conversation.desk().reason();
        events.publishEvent(new HandoverRequested(
                TenantScope.required(),
                conversation.bot(),
                conversation.id(),
                reason == null ? HandoverReason.ASKED_FOR : reason));
    }

    void toBot(Conversation conversation) {
        Mode mode = reception.admit(conversation) instanceof Admitted ? Mode.BOT : Mode.FALLBACK;
        move(conversation, mode, conversation.desk().done(), Details.NONE, now());
    }

    void close(Conversation conversation) {
        OffsetDateTime now = now();
        move(conversation, Mode.CLOSED, conversation.desk().closed(now), Details.NONE, now);
        events.publishEvent(new ConversationClosed(TenantScope.required(), conversation.bot(), conversation.id()));
    }

    Message say(Conversation conversation, Agent agent, String messageId, String text) {
        OffsetDateTime now = now();
        Message message = Message.plain(
                conversation.lastSeq() + 1,
                messageId,
                Author.PERSON,
                Message.PERSON,
                text,
                List.of(),
                now,
                Details.by(agent));
        write(conversation, conversation.mode(), conversation.desk(), List.of(message), now);
        return message;
    }

    private void move(Conversation conversation, Mode mode, DeskState desk, Details details, OffsetDateTime now) {
        write(
                conversation,
                mode,
                desk,
                List.of(Replies.modeChange(conversation.lastSeq() + 1, mode, details, now)),
                now);
    }

    private void write(
            Conversation conversation, Mode mode, DeskState desk, List<Message> messages, OffsetDateTime now) {
        TenantId tenant = TenantScope.required();
        ConversationId id = conversation.id();
        rows.insert(tenant, id, messages);
        rows.update(tenant, conversation.after(mode, messages.getLast().seq(), desk), now);
        messages.stream()
                .filter(message -> !message.isModeChange())
                .forEach(message -> events.publishEvent(
                        new MessageAdded(tenant, conversation.bot(), id, message.seq(), message.author())));
        events.publishEvent(new ConversationGrew(tenant, id));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
