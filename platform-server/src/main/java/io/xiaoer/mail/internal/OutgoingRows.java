package io.xiaoer.mail.internal;

import static io.xiaoer.mail.internal.db.Tables.OUTGOING;

import io.xiaoer.mail.Letter;
import io.xiaoer.tenancy.TenantId;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The table of letters on their way. */
@Repository
public class OutgoingRows {

    private static final int ROUND = 100;

    private final DSLContext db;

    OutgoingRows(DSLContext db) {
        this.db = db;
    }

    /** A letter as it stands. */
    record Outgoing(UUID id, Letter letter, int attempts) {}

    public void insert(TenantId tenant, UUID id, Letter letter, OffsetDateTime now) {
        db.insertInto(OUTGOING)
                .set(OUTGOING.TENANT_ID, tenant.value())
                .set(OUTGOING.LETTER_ID, id)
                .set(OUTGOING.KIND, letter.kind())
                .set(OUTGOING.RECIPIENT, letter.to())
                .set(OUTGOING.SUBJECT, letter.subject())
                .set(OUTGOING.BODY, letter.text())
                .set(OUTGOING.CREATED_AT, now)
                .set(OUTGOING.EXPIRES_AT, letter.expiresAt())
                .set(OUTGOING.ATTEMPTS, 0)
                .set(OUTGOING.NEXT_ATTEMPT_AT, now)
                .execute();
    }

    public int countSince(TenantId tenant, String kind, OffsetDateTime since) {
        return db.fetchCount(
                OUTGOING,
                OUTGOING.TENANT_ID
                        .eq(tenant.value())
                        .and(OUTGOING.KIND.eq(kind))
                        .and(OUTGOING.CREATED_AT.gt(since)));
    }

    List<UUID> due(TenantId tenant, OffsetDateTime now) {
        return db.select(OUTGOING.LETTER_ID)
                .from(OUTGOING)
                .where(OUTGOING.TENANT_ID.eq(tenant.value()))
                .and(OUTGOING.NEXT_ATTEMPT_AT.le(now))
                .orderBy(OUTGOING.NEXT_ATTEMPT_AT)
                .limit(DSL.inline(ROUND))
                .fetch(OUTGOING.LETTER_ID);
    }

    /** Locks a letter whose attempt is due, unless another node has it. */
    Optional<Outgoing> lockDue(TenantId tenant, UUID id, OffsetDateTime now) {
        return db.selectFrom(OUTGOING)
                .where(is(tenant, id))
                .and(OUTGOING.NEXT_ATTEMPT_AT.le(now))
                .forUpdate()
                .skipLocked()
                .fetchOptional(row -> new Outgoing(
                        id,
                        new Letter(
                                row.get(OUTGOING.KIND),
                                row.get(OUTGOING.RECIPIENT),
                                row.get(OUTGOING.SUBJECT),
                                row.get(OUTGOING.BODY),
                                row.get(OUTGOING.EXPIRES_AT)),
                        row.get(OUTGOING.ATTEMPTS)));
    }

    void count(TenantId tenant, UUID id, int attempts, OffsetDateTime nextAt) {
        db.update(OUTGOING)
                .set(OUTGOING.ATTEMPTS, attempts)
                .set(OUTGOING.NEXT_ATTEMPT_AT, nextAt)
                .where(is(tenant, id))
                .execute();
    }

    void failed(TenantId tenant, UUID id, String failure) {
        db.update(OUTGOING).set(OUTGOING.FAILURE, failure).where(is(tenant, id)).execute();
    }

    /** Nothing more is to be done: what was written is nobody's business any more. */
    void settle(TenantId tenant, UUID id, String outcome, @Nullable String failure, OffsetDateTime now) {
        db.update(OUTGOING)
                .set(OUTGOING.OUTCOME, outcome)
                .set(OUTGOING.FAILURE, failure)
                .set(OUTGOING.SETTLED_AT, now)
                .setNull(OUTGOING.NEXT_ATTEMPT_AT)
                .setNull(OUTGOING.RECIPIENT)
                .setNull(OUTGOING.SUBJECT)
                .setNull(OUTGOING.BODY)
                .where(is(tenant, id))
                .execute();
    }

    void removeSettled(TenantId tenant, OffsetDateTime before) {
        db.deleteFrom(OUTGOING)
                .where(OUTGOING.TENANT_ID.eq(tenant.value()))
                .and(OUTGOING.SETTLED_AT.lt(before))
                .execute();
    }

    private static Condition is(TenantId tenant, UUID id) {
        return OUTGOING.TENANT_ID.eq(tenant.value()).and(OUTGOING.LETTER_ID.eq(id));
    }
}
