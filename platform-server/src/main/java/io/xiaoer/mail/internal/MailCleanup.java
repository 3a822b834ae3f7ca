package io.xiaoer.mail.internal;

import io.xiaoer.tenancy.Directory;
import io.xiaoer.tenancy.Resting;
import io.xiaoer.tenancy.TenantCleanup;
import io.xiaoer.tenancy.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.springframework.transaction.support.TransactionTemplate;

/** Daily: forgets that letters were sent long ago. */
class MailCleanup extends TenantCleanup {

    private static final Duration KEPT = Duration.ofDays(30);

    private final OutgoingRows rows;

    MailCleanup(Directory directory, Resting resting, OutgoingRows rows, TransactionTemplate transaction, Clock clock) {
        super(directory, resting, transaction, clock);
        this.rows = rows;
    }

    @Override
    protected void clean(TenantId tenant, OffsetDateTime now) {
        rows.removeSettled(tenant, now.minus(KEPT));
    }
}
