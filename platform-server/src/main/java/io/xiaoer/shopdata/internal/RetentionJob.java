package io.xiaoer.shopdata.internal;

import io.xiaoer.tenancy.Directory;
import io.xiaoer.tenancy.Resting;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantJob;

/** Every night: removes what shops do not keep any longer, of those that rest too. */
class RetentionJob extends TenantJob {

    private final Trimming trimming;

    RetentionJob(Directory directory, Resting resting, Trimming trimming) {
        super(directory, resting);
        this.trimming = trimming;
    }

    @Override
    protected boolean visitsResting() {
        return true;
    }

    @Override
    protected void executeFor(TenantId tenant) {
        trimming.trim(tenant);
    }
}
