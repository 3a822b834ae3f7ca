package io.xiaoer.connectors.internal.bridges;

import io.xiaoer.tenancy.Directory;
import io.xiaoer.tenancy.Resting;
import io.xiaoer.tenancy.TenantCleanup;
import io.xiaoer.tenancy.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.springframework.transaction.support.TransactionTemplate;

/** Daily: forgets what was told and read long ago. */
class BridgeCleanup extends TenantCleanup {

    private static final Duration KEPT = Duration.ofDays(30);

    private final PushRows pushes;
    private final SyncRows syncs;

    BridgeCleanup(
            Directory directory,
            Resting resting,
            PushRows pushes,
            SyncRows syncs,
            TransactionTemplate transaction,
            Clock clock) {
        super(directory, resting, transaction, clock);
        this.pushes = pushes;
        this.syncs = syncs;
    }

    @Override
    protected void clean(TenantId tenant, OffsetDateTime now) {
        pushes.removeSettled(tenant, now.minus(KEPT));
        syncs.removeEnded(tenant, now.minus(KEPT));
    }
}
