package io.xiaoer.connectors.internal.bridges;

import io.xiaoer.connectors.internal.bridges.BridgeFailed.Why;
import io.xiaoer.connectors.internal.bridges.BridgeRows.Locked;
import io.xiaoer.connectors.internal.bridges.BridgeRows.State;
import io.xiaoer.connectors.internal.outward.AllowedHosts;
import io.xiaoer.connectors.internal.outward.GuardedHttp;
import io.xiaoer.tenancy.Actor;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps what lets us in, and fetches the next before it ends. A refresh token is good once, so only one at a time fetches, whichever node
 * it is on; the others wait for what it gets. Nothing is locked while the platform is asked.
 */
@Component
class Grants {

    /** After that, whoever was fetching is taken for lost with its node. */
    static final Duration LOST_AFTER = Duration.ofSeconds(20);

    private static final Logger LOG = LoggerFactory.getLogger(Grants.class);
    private static final String FETCHING = "a new token is being fetched";
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);
    private static final Duration MOST_WAITED = Duration.ofSeconds(12);

    private final BridgeRows rows;
    private final GuardedHttp http;
    private final AllowedHosts allowed;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Grants(BridgeRows rows, GuardedHttp http, AllowedHosts allowed, TransactionTemplate transaction, Clock clock) {
        this.rows = rows;
        this.http = http;
        this.allowed = allowed;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A grant and its number. */
    record Held(Grant grant, int no) {}

    /** What became of the wish to fetch the next grant. */
    private sealed interface Turn {
        /** It is ours to fetch. */
        record Mine(Held held) implements Turn {}

        /** Somebody has fetched it. */
        record Done(Held held) implements Turn {}

        /** Somebody is fetching it. */
        record Others() implements Turn {}

        /** There is none any more. */
        record Gone() implements Turn {}
    }

    /** @throws BridgeFailed with {@link Why#REVOKED} if we are not let in */
    Held held(TenantId tenant, Bridge bridge) throws BridgeFailed {
        return Objects.requireNonNull(transaction.execute(status -> rows.held(tenant, bridge.key())))
                .orElseThrow(Grants::revoked);
    }

    Optional<Grant> find(TenantId tenant, Bridge bridge) {
        return Objects.requireNonNull(transaction.execute(status -> rows.held(tenant, bridge.key())))
                .map(Held::grant);
    }

    /** Fetches the next grant if it is time to. */
    void renewEarly(TenantId tenant, Bridge bridge) throws BridgeFailed {
        Held held = held(tenant, bridge);
        if (bridge.renewalOf(held.grant()).isBefore(clock.instant())) {
            next(tenant, bridge, held, MOST_WAITED, true);
        }
    }

    /**
     * The grant after {@code spent}, whoever fetches it.
     *
     * @param within is waited for it; it is fetched all the same if that is not long enough, since a platform that has given the next token
     *     takes the one before no more
     * @throws BridgeFailed with {@link Why#REVOKED} if there is none any more, and never with {@link Why#TOKEN}
     */
    Held renewed(TenantId tenant, Bridge bridge, Held spent, Duration within) throws BridgeFailed {
        return next(tenant, bridge, spent, within, false);
    }

    private Held next(TenantId tenant, Bridge bridge, Held spent, Duration within, boolean early) throws BridgeFailed {
        Duration most = within.compareTo(MOST_WAITED) < 0 ? within : MOST_WAITED;
        long end = System.nanoTime() + most.toNanos();
        while (true) {
            Turn turn = Objects.requireNonNull(transaction.execute(status -> turn(tenant, bridge, spent)));
            switch (turn) {
                case Turn.Mine mine -> {
                    return fetching(tenant, bridge, mine.held(), end, early);
                }
                case Turn.Done done -> {
                    return done.held();
                }
                case Turn.Gone gone -> throw revoked();
                case Turn.Others others -> {
                    if (System.nanoTime() > end) {
                        throw new BridgeFailed(Why.DOWN, FETCHING);
                    }
                    pause();
                }
            }
        }
    }

    private Turn turn(TenantId tenant, Bridge bridge, Held spent) {
        Locked there = rows.lock(tenant, bridge.key()).orElse(null);
        if (there == null || there.state() != State.CONNECTED) {
            return new Turn.Gone();
        }
        if (there.held().no() != spent.no()) {
            return new Turn.Done(there.held());
        }
        OffsetDateTime now = OffsetDateTime.now(clock);
        if (there.renewingUntil() != null && there.renewingUntil().isAfter(now)) {
            return new Turn.Others();
        }
        rows.renewing(tenant, bridge.key(), now.plus(LOST_AFTER));
        return new Turn.Mine(there.held());
    }

    /** Fetches it in a thread of its own, so that whoever has no time left does not lose it. */
    private Held fetching(TenantId tenant, Bridge bridge, Held spent, long end, boolean early) throws BridgeFailed {
        CompletableFuture<Held> fetched = new CompletableFuture<>();
        Thread.ofVirtual().name("bridge-grant").start(() -> {
            try {
                fetched.complete(TenantScope.call(tenant, Actor.platform(), () -> fetch(tenant, bridge, spent, early)));
            } catch (BridgeFailed | RuntimeException e) {
                fetched.completeExceptionally(e);
            }
        });
        try {
            return fetched.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof BridgeFailed failed) {
                throw failed;
            }
            throw new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            throw new BridgeFailed(Why.DOWN, FETCHING);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BridgeFailed(Why.DOWN, "interrupted");
        }
    }

    private Held fetch(TenantId tenant, Bridge bridge, Held spent, boolean early) throws BridgeFailed {
        Grant fresh;
        try {
            fresh = bridge.renew(spent.grant(), BridgeHttp.unhurried(http, allowed, clock));
        } catch (BridgeFailed e) {
            // as long as the old one is good a refusal may be a mistake; if it is none, the platform comes to refuse
            // the old one too
            boolean good = early && spent.grant().accessUntil().isAfter(clock.instant());
            boolean ended = !good && (e.why() == Why.TOKEN || e.why() == Why.REFUSED || e.why() == Why.REVOKED);
            transaction.executeWithoutResult(status -> {
                if (ended) {
                    rows.lost(tenant, bridge.key(), spent.no(), e.detail(), OffsetDateTime.now(clock));
                } else {
                    rows.renewing(tenant, bridge.key(), null);
                }
            });
            if (ended) {
                LOG.warn("{} no longer lets us in for tenant {}: {}", bridge.key(), tenant, e.getMessage());
                throw new BridgeFailed(Why.REVOKED, e.detail());
            }
            throw e.why() == Why.TOKEN || e.why() == Why.REVOKED ? new BridgeFailed(Why.REFUSED, e.detail()) : e;
        }
        boolean kept = Boolean.TRUE.equals(
                transaction.execute(status -> rows.renewed(tenant, bridge.key(), fresh, spent.no())));
        // where another one was made meanwhile, the owner has agreed again
        return kept ? new Held(fresh, spent.no() + 1) : held(tenant, bridge);
    }

    private static void pause() throws BridgeFailed {
        try {
            Thread.sleep(LOOK_EVERY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BridgeFailed(Why.DOWN, "interrupted");
        }
    }

    private static BridgeFailed revoked() {
        return new BridgeFailed(Why.REVOKED, null);
    }
}
