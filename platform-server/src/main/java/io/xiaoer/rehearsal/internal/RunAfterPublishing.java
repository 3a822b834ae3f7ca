package io.xiaoer.rehearsal.internal;

import io.xiaoer.rehearsal.TestRun;
import io.xiaoer.rehearsal.TestRun.Cause;
import io.xiaoer.releases.ReleasePublished;
import io.xiaoer.releases.ReleaseRef;
import io.xiaoer.tenancy.TenantListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Runs a bot's cases on each release of it. */
@Component
class RunAfterPublishing {

    private final CaseRows cases;
    private final RunQueue queue;
    private final RunWork work;

    RunAfterPublishing(CaseRows cases, RunQueue queue, RunWork work) {
        this.cases = cases;
        this.queue = queue;
        this.work = work;
    }

    /** A new shop's first release has time: the next round of the resuming job takes it up. */
    @TenantListener
    void on(ReleasePublished event) {
        if (cases.count(event.tenantId(), event.bot()) == 0) {
            return;
        }
        TestRun run = queue.add(event.bot(), ReleaseRef.of(event.number()), Cause.PUBLISHED);
        if (event.number() > 1) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    work.begin(event.tenantId(), run.id());
                }
            });
        }
    }
}
