package io.xiaoer.insights.internal;

import io.xiaoer.tenancy.Directory;
import io.xiaoer.tenancy.Resting;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantJob;
import org.quartz.DisallowConcurrentExecution;

/** Several times an hour: makes the digests of those shops where it has become nine in the morning. */
@DisallowConcurrentExecution
class DigestJob extends TenantJob {

    private final DigestWriter writer;

    DigestJob(Directory directory, Resting resting, DigestWriter writer) {
        super(directory, resting);
        this.writer = writer;
    }

    @Override
    protected void executeFor(TenantId tenant) {
        writer.write(tenant);
    }
}
