package io.xiaoer.knowledge.internal;

import io.xiaoer.knowledge.EntryImport;
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

/** Lets imports go on whose machine stopped or failed, and forgets old ones. */
@DisallowConcurrentExecution
class ImportResumption extends TenantJob {

    /** How long an import may be silent before someone else goes on with it; a batch takes well under a second. */
    static final Duration SILENCE = Duration.ofSeconds(20);

    private static final Duration KEPT = Duration.ofDays(30);

    private final ImportRows imports;
    private final ImportRunner runner;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ImportResumption(
            Directory directory,
            Resting resting,
            ImportRows imports,
            ImportRunner runner,
            TransactionTemplate transaction,
            Clock clock) {
        super(directory, resting);
        this.imports = imports;
        this.runner = runner;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    protected void executeFor(TenantId tenant) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        List<EntryImport> stalled = transaction.execute(status -> {
            imports.forget(tenant, now.minus(KEPT));
            return imports.stalled(tenant, now.minus(SILENCE));
        });
        if (stalled != null) {
            stalled.forEach(job -> runner.begin(tenant, job));
        }
    }
}
