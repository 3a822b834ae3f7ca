package io.xiaoer.security;

import io.xiaoer.shared.Figures;
import io.xiaoer.shared.Health;
import io.xiaoer.shared.HealthProbe;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How many calls on each shop's behalf failed, by the hour. Counted in memory and written down every few seconds, so that a
 * client that fails a thousand times a second costs the database nothing; what a killed node had not written is lost.
 */
@Component
public class ApiErrors implements HealthProbe {

    /** How long the counts are kept. */
    public static final Duration KEPT = Duration.ofDays(30);

    private static final int FIRST_FAILURE = 400;
    private static final int NOBODY_KNOWN = 401;
    private static final int MAX_WAITING = 10_000;
    private static final String ADD = """
            insert into platform.shop_error (tenant_id, begins_at, status, count) values (?, ?::timestamptz, ?, ?)
            on conflict (tenant_id, begins_at, status) do update set count = shop_error.count + excluded.count
            """;

    private final DSLContext db;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final ConcurrentHashMap<Counted, Integer> waiting = new ConcurrentHashMap<>();
    private final ReentrantLock writing = new ReentrantLock();

    ApiErrors(DSLContext db, PlatformTransactionManager transactions, Clock clock) {
        this.db = db;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    private record Counted(TenantId tenant, Instant hour, int status) implements Comparable<Counted> {

        private static final Comparator<Counted> ORDER = Comparator.<Counted, UUID>comparing(
                        counted -> counted.tenant().value())
                .thenComparing(Counted::hour)
                .thenComparingInt(Counted::status);

        @Override
        public int compareTo(Counted other) {
            return ORDER.compare(this, other);
        }
    }

    /** Counts an answer, if it is a failure; one to nobody known is none of the shop's. */
    public void count(TenantId tenant, int status) {
        if (status >= FIRST_FAILURE && status != NOBODY_KNOWN && waiting.size() < MAX_WAITING) {
            waiting.merge(new Counted(tenant, clock.instant().truncatedTo(ChronoUnit.HOURS), status), 1, Integer::sum);
        }
    }

    /**
     * Writes down what was counted since the last time, in a transaction of its own. What could not be written is kept for
     * the next time.
     */
    public void flush() {
        writing.lock();
        try {
            // one order on every node, so that no two wait for each other
            SortedMap<Counted, Integer> counts = new TreeMap<>(waiting);
            if (!counts.isEmpty()) {
                transaction.executeWithoutResult(status -> counts.forEach(this::write));
                counts.forEach((counted, written) -> waiting.computeIfPresent(
                        counted, (same, count) -> count > written ? Integer.valueOf(count - written) : null));
            }
        } finally {
            writing.unlock();
        }
    }

    private void write(Counted counted, int count) {
        db.execute(ADD, counted.tenant().value(), counted.hour().atOffset(ZoneOffset.UTC), counted.status(), count);
    }

    /** What was written down of the bound shop; each node does that every few seconds. */
    @Override
    public Health examine(List<Span> spans) {
        TenantId tenant = TenantScope.required();
        List<Figures> figures = new ArrayList<>();
        record Hour(Instant begin, int count) {}
        Instant first = spans.stream().map(Span::begin).min(Instant::compareTo).orElse(clock.instant());
        List<Hour> hours = db.resultQuery(
                        "select begins_at, sum(count)::int as errors from platform.shop_error"
                                + " where tenant_id = ? and begins_at >= ?::timestamptz group by begins_at",
                        tenant.value(),
                        first.atOffset(ZoneOffset.UTC))
                .fetch(row -> new Hour(
                        row.get("begins_at", OffsetDateTime.class).toInstant(), row.get("errors", Integer.class)));
        for (Span span : spans) {
            figures.add(Figures.ofErrors(hours.stream()
                    .filter(hour ->
                            !hour.begin().isBefore(span.begin()) && hour.begin().isBefore(span.end()))
                    .mapToInt(Hour::count)
                    .sum()));
        }
        return Health.ofFigures(null, figures);
    }

    /** Forgets what is older than {@link #KEPT}. */
    public void trim() {
        OffsetDateTime oldest = OffsetDateTime.now(clock).minus(KEPT);
        transaction.executeWithoutResult(
                status -> db.execute("delete from platform.shop_error where begins_at < ?::timestamptz", oldest));
    }
}
