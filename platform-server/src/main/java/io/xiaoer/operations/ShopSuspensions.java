package io.xiaoer.operations;

import io.xiaoer.operations.internal.SnapshotRows;
import io.xiaoer.shared.Problem;
import io.xiaoer.tenancy.Actor;
import io.xiaoer.tenancy.Permission;
import io.xiaoer.tenancy.Requires;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import io.xiaoer.tenants.Suspension;
import io.xiaoer.tenants.SuspensionChange;
import io.xiaoer.tenants.Suspensions;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Suspends shops and lets them go on, on behalf of whoever of the vendor's staff asks. */
@Service
@Requires(Permission.OPERATE)
public class ShopSuspensions {

    private final Suspensions suspensions;
    private final SnapshotRows rows;
    private final TransactionTemplate transaction;

    ShopSuspensions(Suspensions suspensions, SnapshotRows rows, TransactionTemplate transaction) {
        this.suspensions = suspensions;
        this.rows = rows;
        this.transaction = transaction;
    }

    /**
     * Keeps everybody out of the shop, on all nodes within two seconds. One that is suspended already stays as it is.
     *
     * @throws Problem if there is no such shop, or no reason is given
     */
    public void suspend(TenantId shop, @Nullable String category, @Nullable String reason) {
        inShop(shop, () -> {
            Suspension suspension = suspensions.suspend(category, reason);
            rows.suspended(shop, suspension);
        });
    }

    /**
     * Lets the shop go on where it was. One that is not suspended stays as it is.
     *
     * @throws Problem if there is no such shop, or no reason is given
     */
    public void resume(TenantId shop, @Nullable String category, @Nullable String reason) {
        inShop(shop, () -> {
            suspensions.resume(category, reason);
            rows.suspended(shop, null);
        });
    }

    /** What was done to the shop, newest first. */
    public List<SuspensionChange> history(TenantId shop) {
        return TenantScope.call(shop, suspensions::history);
    }

    private void inShop(TenantId shop, Runnable work) {
        Actor operator = TenantScope.requiredActor();
        TenantScope.run(shop, operator, () -> transaction.executeWithoutResult(status -> work.run()));
    }
}
