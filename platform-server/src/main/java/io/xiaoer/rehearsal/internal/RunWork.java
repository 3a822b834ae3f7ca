package io.xiaoer.rehearsal.internal;

import io.xiaoer.conversations.Asks;
import io.xiaoer.conversations.Asks.Asking;
import io.xiaoer.rehearsal.TestCase;
import io.xiaoer.rehearsal.TestResult;
import io.xiaoer.rehearsal.TestRun;
import io.xiaoer.rehearsal.TestRun.State;
import io.xiaoer.releases.ReleaseRef;
import io.xiaoer.rollout.Rollout;
import io.xiaoer.rollout.Rollouts;
import io.xiaoer.shared.Problem;
import io.xiaoer.shared.Problem.Code;
import io.xiaoer.tenancy.Actor;
import io.xiaoer.tenancy.Permission;
import io.xiaoer.tenancy.Resting;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Asks the cases of runs, batch by batch: outside of any transaction, and what came of them is kept in a short one. A bot has one run at
 * a time on all nodes; whoever ends one takes up the next in line.
 */
@Component
public class RunWork {

    /** How long a run may be silent before it is thought that its node is gone. */
    static final Duration SILENCE = Duration.ofMinutes(2);

    private static final Logger LOG = LoggerFactory.getLogger(RunWork.class);
    private static final int BATCH = 20;
    private static final int MOST_ATTEMPTS = 3;
    /** How often a release is asked for that takes long to be made ready; each time waits half a minute. */
    private static final int PATIENCE = 10;
    /** Runs of a bot that are kept, beside the last ones of the releases that shoppers meet. */
    private static final int KEPT = 30;

    /** Batches that are asked at a time: shoppers come first. */
    private static final Semaphore PLACES =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);

    private final RunRows runs;
    private final RunCaseRows runCases;
    private final Asks asks;
    private final Rollouts rollouts;
    private final Resting resting;
    private final TransactionTemplate transaction;
    private final Clock clock;

    RunWork(
            RunRows runs,
            RunCaseRows runCases,
            Asks asks,
            Rollouts rollouts,
            Resting resting,
            TransactionTemplate transaction,
            Clock clock) {
        this.runs = runs;
        this.runCases = runCases;
        this.asks = asks;
        this.rollouts = rollouts;
        this.resting = resting;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Begins a run on a thread of its own, if none of the bot is running; else it has its turn after that. */
    public void begin(TenantId tenant, UUID id) {
        // a thread of its own: computing would keep a carrier of virtual threads from its requests
        Thread.ofPlatform().daemon().name("test-run").start(() -> work(tenant, id));
    }

    /** Does a run, and those of the bot that wait after it. */
    void work(TenantId tenant, UUID first) {
        Optional<UUID> next = Optional.of(first);
        while (next.isPresent()) {
            next = one(tenant, next.get());
        }
    }

    private Optional<UUID> one(TenantId tenant, UUID id) {
        Optional<TestRun> found = TenantScope.call(tenant, () -> inTransaction(() -> runs.find(tenant, id)));
        if (found.isEmpty() || found.get().isOver() || resting.isResting(tenant)) {
            return Optional.empty();
        }
        TestRun run = found.get();
        Actor actor = new Actor(run.actorKind(), run.actor(), Set.of(Permission.VIEW));
        return TenantScope.call(tenant, actor, () -> {
            if (!isTaken(tenant, run)) {
                return Optional.<UUID>empty();
            }
            try {
                ask(tenant, run);
            } catch (Problem problem) {
                fail(tenant, run, problem.detail());
            } catch (RuntimeException e) {
                LOG.error("The run {} of tenant {} failed", id, tenant, e);
                fail(tenant, run, "");
            }
            return inTransaction(() -> runs.nextWaiting(tenant, run.bot()).map(TestRun::id));
        });
    }

    private boolean isTaken(TenantId tenant, TestRun run) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        if (run.state() == State.RUNNING) {
            if (!run.updatedAt().isBefore(now.minus(SILENCE))) {
                return false;
            }
            if (run.attempts() >= MOST_ATTEMPTS) {
                fail(tenant, run, "");
                return false;
            }
            return inTransaction(() -> runs.takeOver(tenant, run, now));
        }
        try {
            return inTransaction(() -> runs.claim(tenant, run, now));
        } catch (DuplicateKeyException e) {
            return false; // another one was faster
        }
    }

    private void ask(TenantId tenant, TestRun run) {
        Asking asking = ready(() -> asks.of(run.bot(), run.release()));
        Integer number = run.liveRelease();
        Asking live = number == null ? null : ready(() -> asks.of(run.bot(), ReleaseRef.of(number)));
        Trial trial = new Trial(asking, live);
        boolean more = true;
        while (more && !resting.isResting(tenant)) {
            more = step(tenant, run, trial);
        }
    }

    private static Asking ready(Supplier<Asking> making) {
        for (int i = 1; ; i++) {
            try {
                return making.get();
            } catch (Problem problem) {
                if (problem.code() != Code.UNAVAILABLE || i == PATIENCE) {
                    throw problem;
                }
            }
        }
    }

    /** Asks the next cases; false if there is nothing left to do. */
    private boolean step(TenantId tenant, TestRun run, Trial trial) {
        Map<Integer, TestCase> next = inTransaction(() -> runCases.next(tenant, run.id(), BATCH));
        if (next.isEmpty()) {
            finish(tenant, run);
            return false;
        }
        Map<Integer, TestResult> results = new LinkedHashMap<>();
        PLACES.acquireUninterruptibly();
        try {
            next.forEach((position, one) -> results.put(position, trial.of(one, run.release())));
        } finally {
            PLACES.release();
        }
        return inTransaction(() -> {
            boolean running = isRunning(tenant, run);
            if (running) {
                runCases.keep(tenant, run.id(), results);
                runs.advance(tenant, run.id(), runCases.tally(tenant, run.id()), OffsetDateTime.now(clock));
            }
            return running;
        });
    }

    private void finish(TenantId tenant, TestRun run) {
        Rollout rollout = inTransaction(() -> rollouts.get(run.bot()));
        inTransaction(() -> {
            if (isRunning(tenant, run)) {
                OffsetDateTime now = OffsetDateTime.now(clock);
                runs.advance(tenant, run.id(), runCases.tally(tenant, run.id()), now);
                runs.end(tenant, run.id(), State.DONE, null, now);
                runs.forgetOld(tenant, run.bot(), KEPT, met(rollout));
            }
            return true;
        });
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

    private boolean isRunning(TenantId tenant, TestRun run) {
        return runs.lock(tenant, run.id())
                .filter(now -> now.state() == State.RUNNING)
                .isPresent();
    }

    private void fail(TenantId tenant, TestRun run, String problem) {
        inTransaction(() -> runs.end(tenant, run.id(), State.FAILED, problem, OffsetDateTime.now(clock)));
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }
}
