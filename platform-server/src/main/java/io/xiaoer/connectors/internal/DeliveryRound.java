package io.xiaoer.connectors.internal;

import io.xiaoer.tenancy.Directory;
import io.xiaoer.tenancy.Resting;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantJob;
import org.quartz.DisallowConcurrentExecution;

/** Each half minute: applies webhooks whose next attempt is due. */
@DisallowConcurrentExecution
class DeliveryRound extends TenantJob {

    private final Deliveries deliveries;

    DeliveryRound(Directory directory, Resting resting, Deliveries deliveries) {
        super(directory, resting);
        this.deliveries = deliveries;
    }

    @Override
    protected void executeFor(TenantId tenant) {
        deliveries.round(tenant);
    }
}
