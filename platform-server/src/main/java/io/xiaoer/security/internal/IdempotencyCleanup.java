package io.xiaoer.security.internal;

import static io.xiaoer.security.internal.db.Tables.IDEMPOTENT_REQUEST;

import io.xiaoer.tenancy.Directory;
import io.xiaoer.tenancy.Resting;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantJob;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.jooq.DSLContext;
import org.springframework.transaction.support.TransactionTemplate;

/** Daily: forgets answers that nobody asks for again. */
class IdempotencyCleanup extends TenantJob {

    private static final Duration KEPT = Duration.ofDays(7);

    private final DSLContext db;
    private final TransactionTemplate transaction;
    private final Clock clock;

    IdempotencyCleanup(
            Directory directory, Resting resting, DSLContext db, TransactionTemplate transaction, Clock clock) {
        super(directory, resting);
        this.db = db;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    protected boolean visitsResting() {
        return true;
    }

    @Override
    protected void executeFor(TenantId tenant) {
        transaction.executeWithoutResult(status -> db.deleteFrom(IDEMPOTENT_REQUEST)
                .where(IDEMPOTENT_REQUEST.TENANT_ID.eq(tenant.value()))
                .and(IDEMPOTENT_REQUEST.CREATED_AT.lt(OffsetDateTime.now(clock).minus(KEPT)))
                .execute());
    }
}
