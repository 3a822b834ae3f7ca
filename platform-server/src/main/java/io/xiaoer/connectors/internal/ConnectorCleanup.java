package io.xiaoer.connectors.internal;

import io.xiaoer.tenancy.Directory;
import io.xiaoer.tenancy.Resting;
import io.xiaoer.tenancy.TenantCleanup;
import io.xiaoer.tenancy.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.springframework.transaction.support.TransactionTemplate;

/** Daily: forgets what came and went wrong long ago. */
class ConnectorCleanup extends TenantCleanup {

    private static final Duration KEPT = Duration.ofDays(30);

    private final DeliveryRows deliveries;
    private final WayRows ways;

    ConnectorCleanup(
            Directory directory,
            Resting resting,
            DeliveryRows deliveries,
            WayRows ways,
            TransactionTemplate transaction,
            Clock clock) {
        super(directory, resting, transaction, clock);
        this.deliveries = deliveries;
        this.ways = ways;
    }

    @Override
    protected void clean(TenantId tenant, OffsetDateTime now) {
        OffsetDateTime before = now.minus(KEPT);
        deliveries.removeSettled(tenant, before);
        ways.trim(tenant, before);
    }
}
