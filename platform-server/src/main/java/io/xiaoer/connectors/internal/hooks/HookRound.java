package io.xiaoer.connectors.internal.hooks;

import io.xiaoer.tenancy.Directory;
import io.xiaoer.tenancy.Resting;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantJob;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.quartz.DisallowConcurrentExecution;
import org.springframework.transaction.support.TransactionTemplate;

/** Each half minute: wakes the lanes in which something is due. */
@DisallowConcurrentExecution
class HookRound extends TenantJob {

    private final HookDeliveryRows rows;
    private final HookLanes lanes;
    private final TransactionTemplate transaction;
    private final Clock clock;

    HookRound(
            Directory directory,
            Resting resting,
            HookDeliveryRows rows,
            HookLanes lanes,
            TransactionTemplate transaction,
            Clock clock) {
        super(directory, resting);
        this.rows = rows;
        this.lanes = lanes;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    protected void executeFor(TenantId tenant) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        Objects.requireNonNull(transaction.execute(status -> rows.dueHooks(tenant, now)))
                .forEach(hook -> lanes.wake(tenant, hook));
    }
}
