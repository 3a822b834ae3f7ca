package io.xiaoer.connectors.internal.hooks;

import io.xiaoer.connectors.internal.hooks.HookAttempts.Came;
import io.xiaoer.connectors.internal.hooks.HookAttempts.Result;
import io.xiaoer.tenancy.Actor;
import io.xiaoer.tenancy.Resting;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Each endpoint has a lane of its own in which a few events are on their way at a time, so that a slow one keeps no other waiting; one
 * that fails gets a single event at a time. What waits, waits in the table only: a lane is woken, and looks there until nothing is due.
 */
@Component
public class HookLanes implements DisposableBean {

    /** Events on their way to one endpoint. */
    static final int ABREAST = 4;

    private static final Logger LOG = LoggerFactory.getLogger(HookLanes.class);
    private static final int IN_ALL = 128;
    private static final Duration SOON = Duration.ofMinutes(2);

    private final HookAttempts attempts;
    private final Resting resting;
    private final ConcurrentHashMap<Key, Lane> lanes = new ConcurrentHashMap<>();
    private final Semaphore all = new Semaphore(IN_ALL);
    private final ThreadFactory threads =
            Thread.ofVirtual().name("webhook-out-", 0).factory();
    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("webhooks-later").factory());
    private volatile boolean stopping;

    HookLanes(HookAttempts attempts, Resting resting) {
        this.attempts = attempts;
        this.resting = resting;
    }

    private record Key(TenantId tenant, UUID hook) {}

    /** Changed only inside the map's own lock. */
    private static final class Lane {
        private int running;
        private int limit = ABREAST;
        private boolean again;
    }

    /** Something may be due for an endpoint. */
    void wake(TenantId tenant, UUID hook) {
        if (stopping) {
            return;
        }
        Key key = new Key(tenant, hook);
        lanes.compute(key, (same, there) -> {
            Lane lane = there == null ? new Lane() : there;
            if (lane.running < lane.limit) {
                lane.running++;
                threads.newThread(() -> drive(key)).start();
            } else {
                lane.again = true;
            }
            return lane;
        });
    }

    public void wakeAfterCommit(TenantId tenant, UUID hook) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                wake(tenant, hook);
            }
        });
    }

    private void drive(Key key) {
        boolean more = true;
        while (more) {
            Result result = attempt(key);
            Duration wait = result.again();
            if (wait != null && wait.compareTo(SOON) < 0) {
                wakeLater(key, wait);
            }
            more = goesOn(key, result.came());
        }
    }

    private Result attempt(Key key) {
        all.acquireUninterruptibly();
        try {
            if (stopping || resting.isResting(key.tenant())) {
                return new Result(Came.NOTHING, null);
            }
            return TenantScope.call(key.tenant(), Actor.platform(), () -> attempts.next(key.tenant(), key.hook()));
        } catch (RuntimeException e) {
            LOG.error("An event could not be told and waits for its next round", e);
            return new Result(Came.NOTHING, null);
        } finally {
            all.release();
        }
    }

    private boolean goesOn(Key key, Came came) {
        boolean[] more = {true};
        lanes.computeIfPresent(key, (same, lane) -> {
            if (came != Came.NOTHING) {
                lane.limit = came == Came.WELL ? ABREAST : 1;
            }
            if (came == Came.NOTHING && lane.again) {
                lane.again = false;
            } else if (came == Came.NOTHING || lane.running > lane.limit) {
                lane.running--;
                more[0] = false;
            }
            return lane.running == 0 ? null : lane;
        });
        return more[0];
    }

    private void wakeLater(Key key, Duration wait) {
        try {
            var unused =
                    later.schedule(() -> wake(key.tenant(), key.hook()), wait.toMillis() + 1, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("An event waits for another node, since this one stops", e);
        }
    }

    @Override
    public void destroy() {
        stopping = true;
        later.shutdownNow();
    }
}
