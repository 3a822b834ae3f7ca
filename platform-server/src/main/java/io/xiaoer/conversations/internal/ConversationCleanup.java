package io.xiaoer.conversations.internal;

import io.xiaoer.conversations.Beacons;
import io.xiaoer.tenancy.Directory;
import io.xiaoer.tenancy.Resting;
import io.xiaoer.tenancy.TenantCleanup;
import io.xiaoer.tenancy.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.springframework.transaction.support.TransactionTemplate;

/** Daily: removes pictures that were uploaded and never sent, what is left of forgotten ones, and old beacons. */
class ConversationCleanup extends TenantCleanup {

    private static final Duration UNSENT = Duration.ofDays(1);
    private static final int BATCH = 500;

    private final StoredImages images;
    private final BeaconRows beacons;

    ConversationCleanup(
            Directory directory,
            Resting resting,
            StoredImages images,
            BeaconRows beacons,
            TransactionTemplate transaction,
            Clock clock) {
        super(directory, resting, transaction, clock);
        this.images = images;
        this.beacons = beacons;
    }

    @Override
    protected void clean(TenantId tenant, OffsetDateTime now) {
        beacons.deleteBefore(tenant, now.minus(Beacons.KEPT));
        int removed = BATCH;
        while (removed == BATCH) {
            removed = images.sweep(tenant, now.minus(UNSENT), BATCH);
        }
    }
}
