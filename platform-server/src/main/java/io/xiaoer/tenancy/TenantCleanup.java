package io.xiaoer.tenancy;

import java.time.Clock;
import java.time.OffsetDateTime;
import org.springframework.transaction.support.TransactionTemplate;

/** A job that removes what each tenant no longer needs, resting ones included, in one transaction a tenant. */
public abstract class TenantCleanup extends TenantJob {

    private final TransactionTemplate transaction;
    private final Clock clock;

    protected TenantCleanup(Directory directory, Resting resting, TransactionTemplate transaction, Clock clock) {
        super(directory, resting);
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Removes it, within the tenant's transaction. */
    protected abstract void clean(TenantId tenant, OffsetDateTime now);

    @Override
    protected final boolean visitsResting() {
        return true;
    }

    @Override
    protected final void executeFor(TenantId tenant) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        transaction.executeWithoutResult(status -> clean(tenant, now));
    }
}
