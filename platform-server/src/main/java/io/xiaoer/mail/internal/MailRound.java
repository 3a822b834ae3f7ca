package io.xiaoer.mail.internal;

import io.xiaoer.tenancy.Directory;
import io.xiaoer.tenancy.Resting;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantJob;
import org.quartz.DisallowConcurrentExecution;

/** Each minute: takes up letters whose next attempt is due. */
@DisallowConcurrentExecution
class MailRound extends TenantJob {

    private final Delivery delivery;

    MailRound(Directory directory, Resting resting, Delivery delivery) {
        super(directory, resting);
        this.delivery = delivery;
    }

    @Override
    protected void executeFor(TenantId tenant) {
        delivery.round(tenant);
    }
}
