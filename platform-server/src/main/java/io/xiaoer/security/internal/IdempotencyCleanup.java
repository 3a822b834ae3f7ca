package io.xiaoer.security.internal;

import static io.xiaoer.security.internal.db.Tables.IDEMPOTENT_REQUEST;

import io.xiaoer.tenancy.Directory;
import io.xiaoer.tenancy.Resting;
import io.xiaoer.tenancy.TenantCleanup;
import io.xiaoer.tenancy.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.jooq.DSLContext;
import org.springframework.transaction.support.TransactionTemplate;

/** Daily: forgets answers that nobody asks for again. */
class IdempotencyCleanup extends TenantCleanup {

    private static final Duration KEPT = Duration.ofDays(7);

    private final DSLContext db;

    IdempotencyCleanup(
            Directory directory, Resting resting, DSLContext db, TransactionTemplate transaction, Clock clock) {
        super(directory, resting, transaction, clock);
        this.db = db;
    }

    @Override
    protected void clean(TenantId tenant, OffsetDateTime now) {
        db.deleteFrom(IDEMPOTENT_REQUEST)
                .where(IDEMPOTENT_REQUEST.TENANT_ID.eq(tenant.value()))
                .and(IDEMPOTENT_REQUEST.CREATED_AT.lt(now.minus(KEPT)))
                .execute();
    }
}
