package io.xiaoer.connectors.internal.hooks;

import io.xiaoer.connectors.WebhookDeliveries;
import io.xiaoer.tenancy.Directory;
import io.xiaoer.tenancy.Resting;
import io.xiaoer.tenancy.TenantCleanup;
import io.xiaoer.tenancy.TenantId;
import java.time.Clock;
import java.time.OffsetDateTime;
import org.springframework.transaction.support.TransactionTemplate;

/** Daily: forgets what was told long ago. */
class HookCleanup extends TenantCleanup {

    private final HookDeliveryRows rows;

    HookCleanup(
            Directory directory, Resting resting, HookDeliveryRows rows, TransactionTemplate transaction, Clock clock) {
        super(directory, resting, transaction, clock);
        this.rows = rows;
    }

    @Override
    protected void clean(TenantId tenant, OffsetDateTime now) {
        rows.removeOld(tenant, now.minus(WebhookDeliveries.KEPT));
    }
}
