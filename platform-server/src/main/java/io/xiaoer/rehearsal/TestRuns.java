package io.xiaoer.rehearsal;

import io.xiaoer.bots.BotId;
import io.xiaoer.rehearsal.TestRun.Cause;
import io.xiaoer.rehearsal.internal.Patience;
import io.xiaoer.rehearsal.internal.RunCaseRows;
import io.xiaoer.rehearsal.internal.RunQueue;
import io.xiaoer.rehearsal.internal.RunRows;
import io.xiaoer.rehearsal.internal.RunWork;
import io.xiaoer.releases.ReleaseRef;
import io.xiaoer.releases.Releases;
import io.xiaoer.shared.Ids;
import io.xiaoer.shared.Problem;
import io.xiaoer.shared.Problem.Code;
import io.xiaoer.tenancy.Permission;
import io.xiaoer.tenancy.Requires;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs the cases of the bound shop's bots on the draft or any release: as a shopper would ask, leaving no trace in conversations. A run goes
 * on without whoever began it, and a bot has one at a time.
 */
@Service
@Requires(Permission.VIEW)
public class TestRuns {

    private final RunQueue queue;
    private final RunRows runs;
    private final RunCaseRows runCases;
    private final RunWork work;
    private final Releases releases;
    private final TransactionTemplate transaction;

    TestRuns(
            RunQueue queue,
            RunRows runs,
            RunCaseRows runCases,
            RunWork work,
            Releases releases,
            TransactionTemplate transaction) {
        this.queue = queue;
        this.runs = runs;
        this.runCases = runCases;
        this.work = work;
        this.releases = releases;
        this.transaction = transaction;
    }

    /**
     * Begins a run and returns at once; it waits while another one of the bot is going on.
     *
     * @throws Problem if the bot has no such release
     */
    @Requires(Permission.EDIT)
    public TestRun start(BotId bot, ReleaseRef release) {
        TenantId tenant = TenantScope.required();
        TestRun run = Objects.requireNonNull(transaction.execute(status -> {
            if (release instanceof ReleaseRef.Number(int number)) {
                releases.requireExisting(bot, number);
            }
            return queue.add(bot, release, Cause.PERSON);
        }));
        work.begin(tenant, run.id());
        return run;
    }

    /**
     * Runs all cases and returns when that is done.
     *
     * @throws Problem if the bot has no such release, or with {@link Code#UNAVAILABLE} if it takes long; it goes on
     */
    @Requires(Permission.EDIT)
    public TestRun runNow(BotId bot, ReleaseRef release) {
        TestRun run = start(bot, release);
        String id = run.id().toString();
        return Patience.untilOver(run, TestRun::isOver, () -> found(bot, id), "run " + id);
    }

    /** @throws Problem if the bot has no such run */
    public TestRun get(BotId bot, String id) {
        return found(bot, id);
    }

    private TestRun found(BotId bot, String id) {
        return Objects.requireNonNull(transaction.execute(status -> Ids.parse(id)
                .flatMap(known -> runs.find(TenantScope.required(), bot, known))
                .orElseThrow(() -> Problem.notFound("run"))));
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<TestRun> newest(BotId bot, int limit) {
        return runs.newest(TenantScope.required(), bot, limit);
    }

    /** What came of each case of a run so far. */
    @Transactional(readOnly = true)
    public List<TestResult> results(TestRun run) {
        return runCases.results(TenantScope.required(), run.id());
    }
}
