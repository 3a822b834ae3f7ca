package io.xiaoer.onboarding.internal;

import io.xiaoer.tenancy.Directory;
import io.xiaoer.tenancy.Resting;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantJob;
import org.quartz.DisallowConcurrentExecution;

/** Every day: notes what each shop's bots did not understand, for its trade. */
@DisallowConcurrentExecution
class PhraseJob extends TenantJob {

    private final PhraseCollector collector;

    PhraseJob(Directory directory, Resting resting, PhraseCollector collector) {
        super(directory, resting);
        this.collector = collector;
    }

    @Override
    protected void executeFor(TenantId tenant) {
        collector.collect();
    }
}
