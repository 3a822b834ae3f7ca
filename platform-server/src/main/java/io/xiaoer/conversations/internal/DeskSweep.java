package io.xiaoer.conversations.internal;

import io.xiaoer.conversations.DeskCare;
import io.xiaoer.tenancy.Directory;
import io.xiaoer.tenancy.Resting;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantJob;
import org.quartz.DisallowConcurrentExecution;

/** Has each shop's desk looked after. */
@DisallowConcurrentExecution
class DeskSweep extends TenantJob {

    private final DeskCare care;

    DeskSweep(Directory directory, Resting resting, DeskCare care) {
        super(directory, resting);
        this.care = care;
    }

    @Override
    protected void executeFor(TenantId tenant) {
        care.lookAfter();
    }
}
