package io.xiaoer.insights.internal;

import io.xiaoer.tenancy.Directory;
import io.xiaoer.tenancy.Resting;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantJob;
import org.quartz.DisallowConcurrentExecution;

/** Every minute: records what no node has. */
@DisallowConcurrentExecution
class CatchUpJob extends TenantJob {

    private final OutcomeCatchUp catchUp;

    CatchUpJob(Directory directory, Resting resting, OutcomeCatchUp catchUp) {
        super(directory, resting);
        this.catchUp = catchUp;
    }

    @Override
    protected void executeFor(TenantId tenant) {
        catchUp.catchUp(tenant);
    }
}
