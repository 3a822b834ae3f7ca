package io.xiaoer.connectors.internal.bridges;

import io.xiaoer.tenancy.Actor;
import io.xiaoer.tenancy.Resting;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work for shops, a small step at a time: after its step a shop stands at the end of the queue again, so one with much to do keeps no other
 * waiting. What waits, waits in tables only; a shop is woken, and works until nothing is due.
 */
final class Lanes implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Lanes.class);

    private final int abreast;
    private final Work work;
    private final Resting resting;
    private final ConcurrentHashMap<Key, Lane> lanes = new ConcurrentHashMap<>();
    private final ExecutorService hands;
    private final ScheduledExecutorService later;

    /**
     * Begins without any work.
     *
     * @param abreast steps of one shop at a time
     * @param inAll steps of all shops at a time
     */
    Lanes(String name, int abreast, int inAll, Work work, Resting resting) {
        this.abreast = abreast;
        this.work = work;
        this.resting = resting;
        this.hands = Executors.newFixedThreadPool(
                inAll, Thread.ofVirtual().name(name + "-", 0).factory());
        this.later = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name(name + "-later").factory());
    }

    /** Changed only inside the map's own lock. */
    private static final class Lane {
        private int running;
        private boolean again;
    }

    /** A shop on a platform. */
    record Key(TenantId tenant, String bridge) {}

    /** One step for the bound tenant. */
    @FunctionalInterface
    interface Work {
        /** How long until the next step; empty if nothing is known to be due. */
        Optional<Duration> step(Key key);
    }

    /** Something may be due for a shop. */
    void wake(Key key) {
        lanes.compute(key, (same, there) -> {
            Lane lane = there == null ? new Lane() : there;
            if (lane.running < abreast) {
                lane.running++;
                standInLine(key);
            } else {
                lane.again = true;
            }
            return lane;
        });
    }

    private void standInLine(Key key) {
        try {
            hands.execute(() -> drive(key));
        } catch (RejectedExecutionException e) {
            LOG.debug("Work waits for another node, since this one stops", e);
        }
    }

    void wakeLater(Key key, Duration wait) {
        try {
            var unused = later.schedule(() -> wake(key), Math.max(1, wait.toMillis()), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("Work waits for another node, since this one stops", e);
        }
    }

    private void drive(Key key) {
        Optional<Duration> wait = step(key);
        wait.filter(time -> !time.isZero()).ifPresent(time -> wakeLater(key, time));
        boolean more = wait.filter(Duration::isZero).isPresent();
        lanes.computeIfPresent(key, (same, lane) -> {
            if (more || lane.again) {
                lane.again = lane.again && more;
                standInLine(key);
            } else {
                lane.running--;
            }
            return lane.running == 0 ? null : lane;
        });
    }

    private Optional<Duration> step(Key key) {
        try {
            return resting.isResting(key.tenant())
                    ? Optional.empty()
                    : TenantScope.call(key.tenant(), Actor.platform(), () -> work.step(key));
        } catch (RuntimeException | Error e) {
            LOG.error("A step for a platform failed and waits for its next round", e);
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        later.shutdownNow();
        hands.shutdown();
    }
}
