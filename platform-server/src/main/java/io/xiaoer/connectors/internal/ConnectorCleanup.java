package io.xiaoer.connectors.internal;

import io.xiaoer.tenancy.Directory;
import io.xiaoer.tenancy.Resting;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantJob;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.springframework.transaction.support.TransactionTemplate;

/** Daily: forgets what came and went wrong long ago. */
class ConnectorCleanup extends TenantJob {

    private static final Duration KEPT = Duration.ofDays(30);

    private final DeliveryRows deliveries;
    private final WayRows ways;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ConnectorCleanup(
            Directory directory,
            Resting resting,
            DeliveryRows deliveries,
            WayRows ways,
            TransactionTemplate transaction,
            Clock clock) {
        super(directory, resting);
        this.deliveries = deliveries;
        this.ways = ways;
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
        transaction.executeWithoutResult(status -> {
            deliveries.removeSettled(tenant, before);
            ways.trim(tenant, before);
        });
    }
}
