package io.xiaoer.rehearsal.internal;

import io.xiaoer.tenancy.Directory;
import io.xiaoer.tenancy.Resting;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantJob;
import java.time.Duration;
import java.util.List;
import org.quartz.DisallowConcurrentExecution;

/** Takes up runs and replays that nobody has begun, or whose node is gone. */
@DisallowConcurrentExecution
class RunResumption extends TenantJob {

    private static final Duration WAITED = Duration.ofSeconds(5);

    private final List<LongWork> lines;

    RunResumption(Directory directory, Resting resting, List<LongWork> lines) {
        super(directory, resting);
        this.lines = lines;
    }

    @Override
    protected void executeFor(TenantId tenant) {
        lines.forEach(line -> line.resume(tenant, WAITED));
    }
}
