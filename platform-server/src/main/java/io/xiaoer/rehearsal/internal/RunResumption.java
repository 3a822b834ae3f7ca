package io.xiaoer.rehearsal.internal;

import io.xiaoer.rehearsal.TestRun;
import io.xiaoer.tenancy.Directory;
import io.xiaoer.tenancy.Resting;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantJob;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.quartz.DisallowConcurrentExecution;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes up runs that nobody has begun, or whose node is gone. */
@DisallowConcurrentExecution
class RunResumption extends TenantJob {

    private static final Duration WAITED = Duration.ofSeconds(5);

    private final RunRows runs;
    private final RunWork work;
    private final TransactionTemplate transaction;
    private final Clock clock;

    RunResumption(
            Directory directory,
            Resting resting,
            RunRows runs,
            RunWork work,
            TransactionTemplate transaction,
            Clock clock) {
        super(directory, resting);
        this.runs = runs;
        this.work = work;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    protected void executeFor(TenantId tenant) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        List<TestRun> stalled =
                transaction.execute(status -> runs.stalled(tenant, now.minus(WAITED), now.minus(RunWork.SILENCE)));
        if (stalled != null) {
            stalled.forEach(run -> work.begin(tenant, run.id()));
        }
    }
}
