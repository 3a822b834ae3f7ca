package io.xiaoer.rehearsal.internal;

import io.xiaoer.rehearsal.internal.Standing.State;
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
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Works off a line, step by step: asks outside of any transaction, and keeps what came of it in a short one. A bot has one at a time on all
 * nodes; whoever ends one takes up the next. It goes on where a node left it that is gone.
 */
public abstract class LongWork {

    /** How long something may be silent before it is thought that its node is gone. */
    static final Duration SILENCE = Duration.ofMinutes(2);

    private static final Logger LOG = LoggerFactory.getLogger(LongWork.class);
    private static final int MOST_ATTEMPTS = 3;
    /** How often a release is asked for that takes long to be made ready; each time waits half a minute. */
    private static final int PATIENCE = 10;

    /** Steps that are asked at a time, of whatever line: shoppers come first. */
    private static final Semaphore PLACES =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);

    private final String name;
    private final Line line;
    private final Resting resting;
    private final TransactionTemplate transaction;
    private final Clock clock;

    /** @param name of its threads */
    LongWork(String name, Line line, Resting resting, TransactionTemplate transaction, Clock clock) {
        this.name = name;
        this.line = line;
        this.resting = resting;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Begins on a thread of its own, if none of the bot is running; else it has its turn after that. */
    public void begin(TenantId tenant, UUID id) {
        // a thread of its own: computing would keep a carrier of virtual threads from its requests
        Thread.ofPlatform().daemon().name(name).start(() -> work(tenant, id));
    }

    /** Begins what nobody has begun for a while, and what a node left that is gone. */
    void resume(TenantId tenant, Duration waited) {
        OffsetDateTime now = now();
        inTransaction(() -> line.stalled(tenant, now.minus(waited), now.minus(SILENCE)))
                .forEach(id -> begin(tenant, id));
    }

    /** Does one, and those of the bot that wait after it. */
    void work(TenantId tenant, UUID first) {
        Optional<UUID> next = Optional.of(first);
        while (next.isPresent()) {
            next = one(tenant, next.get());
        }
    }

    private Optional<UUID> one(TenantId tenant, UUID id) {
        Optional<Standing> found = TenantScope.call(tenant, () -> inTransaction(() -> line.find(tenant, id)));
        if (found.isEmpty() || found.get().isOver() || resting.isResting(tenant)) {
            return Optional.empty();
        }
        Standing one = found.get();
        Actor actor = new Actor(one.actorKind(), one.actor(), Set.of(Permission.VIEW));
        return TenantScope.call(tenant, actor, () -> {
            if (!isTaken(tenant, one)) {
                return Optional.<UUID>empty();
            }
            try {
                perform(tenant, id);
            } catch (Problem problem) {
                fail(tenant, id, problem.detail());
            } catch (RuntimeException e) {
                LOG.error("The {} {} of tenant {} failed", name, id, tenant, e);
                fail(tenant, id, whyFailed(e));
            }
            return inTransaction(() -> line.nextWaiting(tenant, one.bot()));
        });
    }

    private boolean isTaken(TenantId tenant, Standing one) {
        if (one.state() == State.RUNNING) {
            if (!one.updatedAt().isBefore(now().minus(SILENCE))) {
                return false;
            }
            if (one.attempts() >= MOST_ATTEMPTS) {
                fail(tenant, one.id(), "");
                return false;
            }
            return inTransaction(() -> line.takeOver(tenant, one, now()));
        }
        try {
            return inTransaction(() -> line.claim(tenant, one, now()));
        } catch (DuplicateKeyException e) {
            return false; // another one was faster
        }
    }

    /** Does all of it, as long as the shop does not rest. */
    abstract void perform(TenantId tenant, UUID id);

    /** What the shop is told of something that nobody expected. */
    String whyFailed(RuntimeException e) {
        return "";
    }

    final boolean isResting(TenantId tenant) {
        return resting.isResting(tenant);
    }

    /** Waits for a release that takes long to be made ready. */
    static <T> T ready(Supplier<T> making) {
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

    /** Does what keeps a core busy, when it is its turn. */
    static <T> T inTurn(Supplier<T> work) {
        PLACES.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            PLACES.release();
        }
    }

    /** Keeps what came of a step, unless it is not running any more; false then. */
    final boolean keep(TenantId tenant, UUID id, Runnable keeping) {
        return inTransaction(() -> {
            boolean running = isRunning(tenant, id);
            if (running) {
                keeping.run();
            }
            return running;
        });
    }

    /** Ends it well, unless it is not running any more. */
    final void finish(TenantId tenant, UUID id, Runnable keeping) {
        keep(tenant, id, () -> {
            keeping.run();
            line.end(tenant, id, State.DONE, null, now());
        });
    }

    private boolean isRunning(TenantId tenant, UUID id) {
        return line.lock(tenant, id).filter(now -> now.state() == State.RUNNING).isPresent();
    }

    private void fail(TenantId tenant, UUID id, String problem) {
        inTransaction(() -> line.end(tenant, id, State.FAILED, problem, now()));
    }

    final OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    final <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }
}
