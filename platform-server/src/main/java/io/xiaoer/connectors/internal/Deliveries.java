package io.xiaoer.connectors.internal;

import io.xiaoer.connectors.Fault;
import io.xiaoer.connectors.Way;
import io.xiaoer.connectors.internal.DeliveryRows.Counts;
import io.xiaoer.connectors.internal.DeliveryRows.State;
import io.xiaoer.connectors.internal.DeliveryRows.Waiting;
import io.xiaoer.shopdata.PushResult;
import io.xiaoer.shopdata.PushResult.Outcome;
import io.xiaoer.shopdata.Pushed;
import io.xiaoer.shopdata.ShopRecords;
import io.xiaoer.tenancy.Actor;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Webhooks that came in. One is stored before it is acknowledged, once by its sender's id, and applied afterwards: at once, and again in
 * rounds if that failed. What came and its being settled are one transaction, so it is applied once.
 */
@Component
class Deliveries implements DisposableBean {

    /** Records that one event may bring. */
    static final int MOST_ITEMS = 1000;

    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);
    private static final int AT_ONCE = 8;
    private static final List<Duration> WAITS = List.of(
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofHours(1),
            Duration.ofHours(6));

    private final DeliveryRows rows;
    private final ShopRecords records;
    private final WayLog log;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final ExecutorService hands = Executors.newFixedThreadPool(
            AT_ONCE, Thread.ofVirtual().name("webhook-", 0).factory());

    Deliveries(
            DeliveryRows rows, ShopRecords records, WayLog log, PlatformTransactionManager transactions, Clock clock) {
        this.rows = rows;
        this.records = records;
        this.log = log;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Stores what the bound tenant was sent; it is committed when this returns.
     *
     * @return false if it was there already
     */
    boolean receive(TenantId tenant, String webhookId, byte[] body) {
        boolean fresh = Boolean.TRUE.equals(
                transaction.execute(status -> rows.insert(tenant, webhookId, body, OffsetDateTime.now(clock))));
        if (fresh) {
            hands.execute(() -> applyAlone(tenant, webhookId));
        }
        return fresh;
    }

    /** Applies what is due of the bound tenant. */
    void round(TenantId tenant) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        Objects.requireNonNull(transaction.execute(status -> rows.due(tenant, now)))
                .forEach(id -> apply(tenant, id));
    }

    private void applyAlone(TenantId tenant, String webhookId) {
        try {
            TenantScope.run(tenant, Actor.platform(), () -> apply(tenant, webhookId));
        } catch (RuntimeException e) {
            LOG.error("A webhook could not be applied and waits for its next round", e);
        }
    }

    /** Makes one attempt, if one is due. */
    void apply(TenantId tenant, String webhookId) {
        Optional<Waiting> due = Objects.requireNonNull(transaction.execute(status -> take(tenant, webhookId)));
        if (due.isEmpty()) {
            return;
        }
        try {
            transaction.executeWithoutResult(status -> applyAndSettle(tenant, webhookId, due.get()));
        } catch (RuntimeException e) {
            LOG.error("Attempt {} to apply a webhook failed", due.get().attempts(), e);
            if (due.get().attempts() > WAITS.size()) {
                giveUp(tenant, webhookId);
            }
        }
    }

    /** Counts the attempt that is about to be made, so that one which takes the node down with it is not made for ever. */
    private Optional<Waiting> take(TenantId tenant, String webhookId) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        Optional<Waiting> due = rows.lockDue(tenant, webhookId, now);
        if (due.isEmpty()) {
            return due;
        }
        int attempts = due.get().attempts() + 1;
        rows.count(tenant, webhookId, attempts, now.plus(WAITS.get(Math.min(attempts, WAITS.size()) - 1)));
        return Optional.of(new Waiting(due.get().body(), attempts));
    }

    private void applyAndSettle(TenantId tenant, String webhookId, Waiting waiting) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        List<Pushed> items;
        try {
            items = Batches.read(waiting.body(), MOST_ITEMS, true);
        } catch (LookupFailed e) {
            rows.settle(tenant, webhookId, State.REJECTED, Counts.NONE, reason(e), now);
            log.failed(tenant, Way.WEBHOOK, e.code(), e.detail());
            return;
        }
        List<PushResult> kept = items.isEmpty() ? List.of() : records.store(items, Way.WEBHOOK.key());
        Counts counts =
                new Counts(count(kept, Outcome.STORED), count(kept, Outcome.STALE), count(kept, Outcome.REJECTED));
        String reason = firstRejected(items, kept);
        State state = !kept.isEmpty() && counts.rejected() == kept.size() ? State.REJECTED : State.APPLIED;
        rows.settle(tenant, webhookId, state, counts, reason, now);
        // what arrived is noted last: a rejected record among good ones does not make the way a broken one
        if (reason != null) {
            log.failed(tenant, Way.WEBHOOK, Fault.Code.REJECTED, reason);
        }
        if (state == State.APPLIED) {
            log.arrived(tenant, Way.WEBHOOK, items.size(), Arrivals.newest(items, kept, now.toInstant()));
        }
    }

    private void giveUp(TenantId tenant, String webhookId) {
        transaction.executeWithoutResult(status -> rows.settle(
                tenant, webhookId, State.DEAD, Counts.NONE, "no attempt is left", OffsetDateTime.now(clock)));
        log.failed(tenant, Way.WEBHOOK, Fault.Code.NOT_APPLIED, "webhook-id " + webhookId);
    }

    private static String reason(LookupFailed e) {
        return e.detail() == null ? e.code().message() : e.code().message() + " " + e.detail();
    }

    private static int count(List<PushResult> kept, Outcome outcome) {
        return (int) kept.stream().filter(one -> one.outcome() == outcome).count();
    }

    private static @Nullable String firstRejected(List<Pushed> items, List<PushResult> kept) {
        for (int i = 0; i < kept.size(); i++) {
            if (kept.get(i).outcome() == Outcome.REJECTED) {
                return Arrivals.reason(items.get(i), kept.get(i));
            }
        }
        return null;
    }

    @Override
    public void destroy() {
        hands.shutdown();
    }
}
