package io.xiaoer.connectors.internal;

import io.xiaoer.connectors.Fault;
import io.xiaoer.connectors.Way;
import io.xiaoer.tenancy.Actor;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Notes how each way works for each shop: in memory, and written down every few seconds, so that noting costs whoever notes nothing. What
 * a killed node had not written is lost.
 */
@Component
public class WayLog {

    private static final Logger LOG = LoggerFactory.getLogger(WayLog.class);
    private static final int MAX_WAITING = 10_000;

    private final WayRows rows;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final ConcurrentHashMap<TenantWay, Notes> waiting = new ConcurrentHashMap<>();
    private final ReentrantLock writing = new ReentrantLock();

    WayLog(WayRows rows, PlatformTransactionManager transactions, Clock clock) {
        this.rows = rows;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    private record TenantWay(TenantId tenant, Way way) {}

    /** What is noted of one way since it was written down last; changed only inside the map's own lock. */
    static final class Notes {

        final Map<Instant, int[]> hours = new TreeMap<>();
        final Map<Fault.Code, Noted> faults = new EnumMap<>(Fault.Code.class);

        @Nullable
        Instant lastSuccess;

        @Nullable
        Instant newest;

        private void add(Notes other) {
            other.hours.forEach((hour, counts) -> {
                int[] sum = hours.computeIfAbsent(hour, fresh -> new int[2]);
                sum[0] += counts[0];
                sum[1] += counts[1];
            });
            other.faults.forEach((code, noted) -> faults.merge(code, noted, Noted::and));
            lastSuccess = later(lastSuccess, other.lastSuccess);
            newest = later(newest, other.newest);
        }

        private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
            return one == null || (other != null && other.isAfter(one)) ? other : one;
        }
    }

    /** A fault, so many times. */
    record Noted(@Nullable String detail, int times, Instant firstAt, Instant lastAt) {
        private Noted and(Noted later) {
            return new Noted(later.detail(), times + later.times(), firstAt, later.lastAt());
        }
    }

    /**
     * Something came.
     *
     * @param events how many
     * @param newest when the record changed that changed last; null if no record came
     */
    public void arrived(TenantId tenant, Way way, int events, @Nullable Instant newest) {
        Instant now = clock.instant();
        Notes notes = new Notes();
        notes.hours.put(now.truncatedTo(ChronoUnit.HOURS), new int[] {events, 0});
        notes.lastSuccess = now;
        notes.newest = newest;
        note(new TenantWay(tenant, way), notes);
    }

    /** Something went wrong. */
    public void failed(TenantId tenant, Way way, Fault.Code code, @Nullable String detail) {
        failed(tenant, way, code, detail, 1);
    }

    /** Something is not as it should be, but all else works. */
    public void noted(TenantId tenant, Way way, Fault.Code code, @Nullable String detail) {
        failed(tenant, way, code, detail, 0);
    }

    private void failed(TenantId tenant, Way way, Fault.Code code, @Nullable String detail, int failures) {
        Instant now = clock.instant();
        Notes notes = new Notes();
        notes.hours.put(now.truncatedTo(ChronoUnit.HOURS), new int[] {0, failures});
        notes.faults.put(code, new Noted(detail, 1, now, now));
        note(new TenantWay(tenant, way), notes);
    }

    private void note(TenantWay key, Notes fresh) {
        if (waiting.size() < MAX_WAITING || waiting.containsKey(key)) {
            waiting.merge(key, fresh, (there, more) -> {
                there.add(more);
                return there;
            });
        }
    }

    /** Writes down what was noted since the last time, each shop in a transaction of its own; no shop may be bound. */
    void flush() {
        flush(new ArrayList<>(waiting.keySet()));
    }

    /** Writes down what was noted of the bound shop. */
    public void flush(TenantId tenant) {
        flush(Arrays.stream(Way.values()).map(way -> new TenantWay(tenant, way)).toList());
    }

    private void flush(List<TenantWay> keys) {
        writing.lock();
        try {
            for (TenantWay key : keys) {
                Notes notes = waiting.remove(key);
                if (notes != null) {
                    write(key, notes);
                }
            }
        } finally {
            writing.unlock();
        }
    }

    private void write(TenantWay key, Notes notes) {
        try {
            TenantScope.run(
                    key.tenant(),
                    Actor.platform(),
                    () -> transaction.executeWithoutResult(status -> rows.add(key.tenant(), key.way(), notes)));
        } catch (RuntimeException e) {
            LOG.warn("How a shop's connection works could not be written down; it is kept for the next time", e);
            note(key, notes);
        }
    }
}
