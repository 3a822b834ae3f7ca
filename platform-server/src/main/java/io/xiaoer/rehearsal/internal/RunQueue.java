package io.xiaoer.rehearsal.internal;

import io.xiaoer.bots.BotId;
import io.xiaoer.rehearsal.TestCase;
import io.xiaoer.rehearsal.TestRun;
import io.xiaoer.rehearsal.TestRun.Cause;
import io.xiaoer.rehearsal.TestRun.State;
import io.xiaoer.releases.ReleaseRef;
import io.xiaoer.rollout.Rollouts;
import io.xiaoer.shared.Ids;
import io.xiaoer.tenancy.Actor;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.stereotype.Component;

/** Puts runs in line, with a bot's cases as they are. */
@Component
public class RunQueue {

    private final CaseRows cases;
    private final RunRows runs;
    private final RunCaseRows runCases;
    private final Rollouts rollouts;
    private final Clock clock;

    RunQueue(CaseRows cases, RunRows runs, RunCaseRows runCases, Rollouts rollouts, Clock clock) {
        this.cases = cases;
        this.runs = runs;
        this.runCases = runCases;
        this.rollouts = rollouts;
        this.clock = clock;
    }

    /** In the caller's transaction. */
    public TestRun add(BotId bot, ReleaseRef release, Cause cause) {
        TenantId tenant = TenantScope.required();
        int live = rollouts.get(bot).liveRelease();
        List<TestCase> all = cases.all(tenant, bot);
        Actor actor = TenantScope.requiredActor();
        OffsetDateTime now = OffsetDateTime.now(clock);
        TestRun run = new TestRun(
                Ids.next(),
                bot,
                release,
                release.equals(ReleaseRef.of(live)) ? null : live,
                State.WAITING,
                cause,
                actor.kind(),
                actor.name(),
                all.size(),
                0,
                0,
                0,
                0,
                0,
                null,
                now,
                now,
                null);
        runs.insert(tenant, run);
        runCases.insert(tenant, run.id(), all);
        return run;
    }
}
