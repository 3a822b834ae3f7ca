package io.xiaoer.conversations;

import io.xiaoer.conversations.internal.PresenceRows;
import io.xiaoer.tenancy.Permission;
import io.xiaoer.tenancy.Requires;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks after what people at the bound shop's desk leave lying; each conversation in a transaction of its own. */
@Service
@Requires(Permission.CONVERSE)
public class DeskCare {

    private static final Duration KEPT = Duration.ofHours(1);

    private final PresenceRows presence;
    private final OfficeHours hours;
    private final DeskMoves moves;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DeskCare(PresenceRows presence, OfficeHours hours, DeskMoves moves, TransactionTemplate transaction, Clock clock) {
        this.presence = presence;
        this.hours = hours;
        this.moves = moves;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What to look after. */
    private record Left(List<ConversationId> abandoned, Map<ConversationId, Integer> idle) {}

    /** Puts conversations whose person is gone in line again, first; closes those in which nothing was said for long. */
    public void lookAfter() {
        Left left = Objects.requireNonNull(transaction.execute(status -> left(OffsetDateTime.now(clock))));
        left.idle()
                .forEach((id, newest) -> step(
                        id, conversation -> conversation.isAtDesk() && conversation.lastSeq() == newest, moves::close));
        left.abandoned().stream()
                .filter(id -> !left.idle().containsKey(id))
                .forEach(id -> step(id, conversation -> conversation.mode() == Mode.PERSON, moves::toLine));
    }

    private Left left(OffsetDateTime now) {
        TenantId tenant = TenantScope.required();
        if (presence.isQuiet(tenant)) {
            return new Left(List.of(), Map.of());
        }
        presence.forget(tenant, now.minus(KEPT));
        DeskSettings settings = hours.settings();
        return new Left(
                presence.abandoned(tenant, now.minus(DeskPeople.GONE)),
                presence.idle(
                        tenant,
                        now.minusMinutes(settings.personIdleMinutes()),
                        now.minusMinutes(settings.waitingIdleMinutes())));
    }

    /** One that was erased meanwhile, or has moved on, is left alone. */
    private void step(ConversationId id, Predicate<Conversation> still, Consumer<Conversation> move) {
        transaction.executeWithoutResult(status -> moves.find(id).filter(still).ifPresent(move));
    }
}
