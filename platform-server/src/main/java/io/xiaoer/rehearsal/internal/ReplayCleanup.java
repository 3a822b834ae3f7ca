package io.xiaoer.rehearsal.internal;

import io.xiaoer.shopdata.Retentions;
import io.xiaoer.tenancy.Directory;
import io.xiaoer.tenancy.Resting;
import io.xiaoer.tenancy.TenantCleanup;
import io.xiaoer.tenancy.TenantId;
import java.time.Clock;
import java.time.OffsetDateTime;
import org.springframework.transaction.support.TransactionTemplate;

/** Every night: removes what replays show of conversations that the shop does not keep any longer. The counts stay. */
class ReplayCleanup extends TenantCleanup {

    private final DifferenceRows differences;
    private final Retentions retentions;

    ReplayCleanup(
            Directory directory,
            Resting resting,
            DifferenceRows differences,
            Retentions retentions,
            TransactionTemplate transaction,
            Clock clock) {
        super(directory, resting, transaction, clock);
        this.differences = differences;
        this.retentions = retentions;
    }

    @Override
    protected void clean(TenantId tenant, OffsetDateTime now) {
        Integer months = retentions.get().conversationMonths();
        if (months != null) {
            differences.forgetBefore(tenant, now.minusMonths(months));
        }
    }
}
