package io.xiaoer.connectors.internal.hooks;

import static io.xiaoer.connectors.internal.db.Tables.HOOK_DELIVERY;

import io.xiaoer.connectors.WebhookDelivery;
import io.xiaoer.connectors.WebhookDelivery.State;
import io.xiaoer.connectors.WebhookDelivery.Try;
import io.xiaoer.connectors.WebhookFault;
import io.xiaoer.connectors.internal.hooks.Happening.Change;
import io.xiaoer.connectors.internal.hooks.Happening.Talk;
import io.xiaoer.connectors.internal.hooks.HookNotes.Note;
import io.xiaoer.tenancy.TenantId;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The table of what is to be told, for those who tell it. */
@Repository
class HookDeliveryRows {

    private static final int MOST_TRIES = 20;

    private final DSLContext db;
    private final Tries tries;

    HookDeliveryRows(DSLContext db, Tries tries) {
        this.db = db;
        this.tries = tries;
    }

    void insert(TenantId tenant, List<Note> notes) {
        var insert = db.insertInto(
                HOOK_DELIVERY,
                HOOK_DELIVERY.TENANT_ID,
                HOOK_DELIVERY.EVENT_ID,
                HOOK_DELIVERY.HOOK_ID,
                HOOK_DELIVERY.EVENT,
                HOOK_DELIVERY.CONVERSATION_ID,
                HOOK_DELIVERY.SEQ,
                HOOK_DELIVERY.REASON,
                HOOK_DELIVERY.BOT_ID,
                HOOK_DELIVERY.CHANGE_ID,
                HOOK_DELIVERY.HAPPENED_AT,
                HOOK_DELIVERY.STATE,
                HOOK_DELIVERY.ATTEMPTS,
                HOOK_DELIVERY.NEXT_ATTEMPT_AT,
                HOOK_DELIVERY.TRIES);
        for (Note note : notes) {
            Happening happening = note.happening();
            Talk talk = happening.about() instanceof Talk of ? of : null;
            Change change = happening.about() instanceof Change of ? of : null;
            insert = insert.values(
                    tenant.value(),
                    happening.id(),
                    note.hook(),
                    happening.event().key(),
                    talk == null ? null : talk.conversation(),
                    talk == null ? null : talk.seq(),
                    talk == null ? null : talk.reason(),
                    change == null ? null : change.bot().value(),
                    change == null ? null : change.change(),
                    happening.at(),
                    State.WAITING.name(),
                    0,
                    happening.at(),
                    Tries.NONE);
        }
        insert.execute();
    }

    /** Endpoints for which something is due. */
    List<UUID> dueHooks(TenantId tenant, OffsetDateTime now) {
        return db.selectDistinct(HOOK_DELIVERY.HOOK_ID)
                .from(HOOK_DELIVERY)
                .where(HOOK_DELIVERY.TENANT_ID.eq(tenant.value()))
                .and(HOOK_DELIVERY.NEXT_ATTEMPT_AT.le(now))
                .fetch(HOOK_DELIVERY.HOOK_ID);
    }

    /** Holds what is due longest until the transaction ends, unless others have it. */
    Optional<WebhookDeliveryRow> lockDue(TenantId tenant, UUID hook, OffsetDateTime now) {
        return db.selectFrom(HOOK_DELIVERY)
                .where(HOOK_DELIVERY.TENANT_ID.eq(tenant.value()))
                .and(HOOK_DELIVERY.HOOK_ID.eq(hook))
                .and(HOOK_DELIVERY.NEXT_ATTEMPT_AT.le(now))
                .orderBy(HOOK_DELIVERY.NEXT_ATTEMPT_AT)
                .limit(1)
                .forUpdate()
                .skipLocked()
                .fetchOptional(row -> WebhookDeliveryRow.of(row, tries));
    }

    void count(TenantId tenant, WebhookDelivery delivery, OffsetDateTime next) {
        db.update(HOOK_DELIVERY)
                .set(HOOK_DELIVERY.ATTEMPTS, delivery.attempts())
                .set(HOOK_DELIVERY.NEXT_ATTEMPT_AT, next)
                .where(is(tenant, delivery))
                .execute();
    }

    /** Keeps what came of an attempt; {@code next} is null once nothing more is to be done. */
    void tried(TenantId tenant, WebhookDelivery delivery, State state, Try attempt, @Nullable OffsetDateTime next) {
        List<Try> all = new java.util.ArrayList<>(delivery.tries());
        all.add(attempt);
        WebhookFault fault = attempt.fault();
        db.update(HOOK_DELIVERY)
                .set(HOOK_DELIVERY.STATE, state.name())
                .set(HOOK_DELIVERY.NEXT_ATTEMPT_AT, next)
                .set(HOOK_DELIVERY.STATUS, attempt.status())
                .set(HOOK_DELIVERY.FAULT, fault == null ? null : fault.name())
                .set(HOOK_DELIVERY.TRIES, written(all))
                .set(HOOK_DELIVERY.SETTLED_AT, next == null ? attempt.at() : null)
                .where(is(tenant, delivery))
                .execute();
    }

    /** Those of endpoints that are no more, and what nothing is to be done about any more. */
    void removeOld(TenantId tenant, OffsetDateTime before) {
        db.deleteFrom(HOOK_DELIVERY)
                .where(HOOK_DELIVERY.TENANT_ID.eq(tenant.value()))
                .and(HOOK_DELIVERY.HAPPENED_AT.lt(before))
                .execute();
    }

    void removeOf(TenantId tenant, UUID hook) {
        db.deleteFrom(HOOK_DELIVERY)
                .where(HOOK_DELIVERY.TENANT_ID.eq(tenant.value()))
                .and(HOOK_DELIVERY.HOOK_ID.eq(hook))
                .execute();
    }

    private JSONB written(List<Try> all) {
        return tries.write(all.subList(Math.max(0, all.size() - MOST_TRIES), all.size()));
    }

    private static Condition is(TenantId tenant, WebhookDelivery delivery) {
        return HOOK_DELIVERY
                .TENANT_ID
                .eq(tenant.value())
                .and(HOOK_DELIVERY.EVENT_ID.eq(delivery.eventId()))
                .and(HOOK_DELIVERY.HOOK_ID.eq(delivery.endpointId()));
    }
}
