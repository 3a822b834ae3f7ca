package io.xiaoer.connectors.internal;

import static io.xiaoer.connectors.internal.db.Tables.DELIVERY;

import io.xiaoer.database.SecretBox;
import io.xiaoer.tenancy.TenantId;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The table of webhooks that came in. */
@Repository
class DeliveryRows {

    private static final int ROUND = 200;

    private final DSLContext db;
    private final SecretBox box;

    DeliveryRows(DSLContext db, SecretBox box) {
        this.db = db;
        this.box = box;
    }

    /** What became of a delivery. */
    enum State {
        WAITING,
        APPLIED,
        REJECTED,
        /** Given up. */
        DEAD
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Waiting(byte[] body, int attempts) {}

    /** What came of it, in numbers. */
    record Counts(int stored, int stale, int rejected) {
        static final Counts NONE = new Counts(0, 0, 0);
    }

    /** False if the sender's id is there already. */
    boolean insert(TenantId tenant, String webhookId, byte[] body, OffsetDateTime at) {
        return db.insertInto(DELIVERY)
                        .set(DELIVERY.TENANT_ID, tenant.value())
                        .set(DELIVERY.WEBHOOK_ID, webhookId)
                        .set(DELIVERY.RECEIVED_AT, at)
                        .set(DELIVERY.SEALED, box.seal(body, context(tenant, webhookId)))
                        .set(DELIVERY.STATE, State.WAITING.name())
                        .set(DELIVERY.ATTEMPTS, 0)
                        .set(DELIVERY.NEXT_ATTEMPT_AT, at)
                        .onConflict(DELIVERY.TENANT_ID, DELIVERY.WEBHOOK_ID)
                        .doNothing()
                        .execute()
                == 1;
    }

    /** In the order in which they came. */
    List<String> due(TenantId tenant, OffsetDateTime now) {
        return db.select(DELIVERY.WEBHOOK_ID)
                .from(DELIVERY)
                .where(DELIVERY.TENANT_ID.eq(tenant.value()))
                .and(DELIVERY.NEXT_ATTEMPT_AT.le(now))
                .orderBy(DELIVERY.RECEIVED_AT)
                .limit(ROUND)
                .fetch(DELIVERY.WEBHOOK_ID);
    }

    /** Holds a delivery that is due until the transaction ends; empty if it is not, or another node has it. */
    Optional<Waiting> lockDue(TenantId tenant, String webhookId, OffsetDateTime now) {
        return db.select(DELIVERY.SEALED, DELIVERY.ATTEMPTS)
                .from(DELIVERY)
                .where(is(tenant, webhookId))
                .and(DELIVERY.NEXT_ATTEMPT_AT.le(now))
                .forUpdate()
                .skipLocked()
                .fetchOptional(row -> new Waiting(
                        box.open(row.get(DELIVERY.SEALED), context(tenant, webhookId)), row.get(DELIVERY.ATTEMPTS)));
    }

    void count(TenantId tenant, String webhookId, int attempts, OffsetDateTime next) {
        db.update(DELIVERY)
                .set(DELIVERY.ATTEMPTS, attempts)
                .set(DELIVERY.NEXT_ATTEMPT_AT, next)
                .where(is(tenant, webhookId))
                .execute();
    }

    /** Nothing more is to be done; what came is forgotten. */
    void settle(
            TenantId tenant, String webhookId, State state, Counts counts, @Nullable String reason, OffsetDateTime at) {
        db.update(DELIVERY)
                .set(DELIVERY.STATE, state.name())
                .set(DELIVERY.STORED, counts.stored())
                .set(DELIVERY.STALE, counts.stale())
                .set(DELIVERY.REJECTED, counts.rejected())
                .set(DELIVERY.REASON, reason)
                .set(DELIVERY.SETTLED_AT, at)
                .setNull(DELIVERY.SEALED)
                .setNull(DELIVERY.NEXT_ATTEMPT_AT)
                .where(is(tenant, webhookId))
                .execute();
    }

    void removeSettled(TenantId tenant, OffsetDateTime before) {
        db.deleteFrom(DELIVERY)
                .where(DELIVERY.TENANT_ID.eq(tenant.value()))
                .and(DELIVERY.RECEIVED_AT.lt(before))
                .and(DELIVERY.NEXT_ATTEMPT_AT.isNull())
                .execute();
    }

    private static Condition is(TenantId tenant, String webhookId) {
        return DELIVERY.TENANT_ID.eq(tenant.value()).and(DELIVERY.WEBHOOK_ID.eq(webhookId));
    }

    private static byte[] context(TenantId tenant, String webhookId) {
        return SecretBox.context("connectors.delivery", tenant, webhookId);
    }
}
