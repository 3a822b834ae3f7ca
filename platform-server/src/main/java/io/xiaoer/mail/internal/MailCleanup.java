package io.xiaoer.mail.internal;

import io.xiaoer.tenancy.Directory;
import io.xiaoer.tenancy.Resting;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantJob;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.springframework.transaction.support.TransactionTemplate;

/** Daily: forgets that letters were sent long ago. */
class MailCleanup extends TenantJob {

    private static final Duration KEPT = Duration.ofDays(30);

    private final OutgoingRows rows;
    private final TransactionTemplate transaction;
    private final Clock clock;

    MailCleanup(Directory directory, Resting resting, OutgoingRows rows, TransactionTemplate transaction, Clock clock) {
        super(directory, resting);
        this.rows = rows;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    protected boolean visitsResting() {
        return true;
    }

    @Override
    protected void executeFor(TenantId tenant) {
        OffsetDateTime before = OffsetDateTime.now(clock).minus(KEPT);
        transaction.executeWithoutResult(status -> rows.removeSettled(tenant, before));
    }
}
