package io.xiaoer.rehearsal.internal;

import io.xiaoer.conversations.Asks;
import io.xiaoer.conversations.Asks.Asking;
import io.xiaoer.rehearsal.TestCase;
import io.xiaoer.rehearsal.TestResult;
import io.xiaoer.rehearsal.TestRun;
import io.xiaoer.releases.ReleaseRef;
import io.xiaoer.rollout.Rollout;
import io.xiaoer.rollout.Rollouts;
import io.xiaoer.tenancy.Resting;
import io.xiaoer.tenancy.TenantId;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Asks the cases of runs, batch by batch. */
@Component
public class RunWork extends LongWork {

    private static final int BATCH = 20;
    /** Runs of a bot that are kept, beside the last ones of the releases that shoppers meet. */
    private static final int KEPT = 30;

    private final RunRows runs;
    private final RunCaseRows runCases;
    private final Asks asks;
    private final Rollouts rollouts;

    RunWork(
            RunRows runs,
            RunCaseRows runCases,
            Asks asks,
            Rollouts rollouts,
            Resting resting,
            TransactionTemplate transaction,
            Clock clock) {
        super("test-run", runs.line(), resting, transaction, clock);
        this.runs = runs;
        this.runCases = runCases;
        this.asks = asks;
        this.rollouts = rollouts;
    }

    @Override
    void perform(TenantId tenant, UUID id) {
        TestRun run = inTransaction(() -> runs.get(tenant, id));
        Asking asking = ready(() -> asks.of(run.bot(), run.release()));
        Integer number = run.liveRelease();
        Asking live = number == null ? null : ready(() -> asks.of(run.bot(), ReleaseRef.of(number)));
        Trial trial = new Trial(asking, live);
        boolean more = true;
        while (more && !isResting(tenant)) {
            more = step(tenant, run, trial);
        }
    }

    /** Asks the next cases; false if there is nothing left to do. */
    private boolean step(TenantId tenant, TestRun run, Trial trial) {
        Map<Integer, TestCase> next = inTransaction(() -> runCases.next(tenant, run.id(), BATCH));
        if (next.isEmpty()) {
            end(tenant, run);
            return false;
        }
        Map<Integer, TestResult> results = inTurn(() -> {
            Map<Integer, TestResult> asked = new LinkedHashMap<>();
            next.forEach((position, one) -> asked.put(position, trial.of(one, run.release())));
            return asked;
        });
        return keep(tenant, run.id(), () -> {
            runCases.keep(tenant, run.id(), results);
            advance(tenant, run);
        });
    }

    private void end(TenantId tenant, TestRun run) {
        Rollout rollout = inTransaction(() -> rollouts.get(run.bot()));
        finish(tenant, run.id(), () -> advance(tenant, run));
        inTransaction(() -> {
            runs.forgetOld(tenant, run.bot(), KEPT, met(rollout));
            return true;
        });
    }

    private void advance(TenantId tenant, TestRun run) {
        runs.advance(tenant, run.id(), runCases.tally(tenant, run.id()), now());
    }

    /** The releases that shoppers meet. */
    private static Set<Integer> met(Rollout rollout) {
        Set<Integer> met = new LinkedHashSet<>(Set.of(rollout.liveRelease()));
        Integer candidate = rollout.candidate();
        if (candidate != null) {
            met.add(candidate);
        }
        return met;
    }
}
