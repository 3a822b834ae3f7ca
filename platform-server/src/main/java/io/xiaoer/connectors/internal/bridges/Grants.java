package io.xiaoer.connectors.internal.bridges;

import io.xiaoer.connectors.internal.bridges.BridgeFailed.Why;
import io.xiaoer.connectors.internal.bridges.BridgeRows.Locked;
import io.xiaoer.connectors.internal.bridges.BridgeRows.State;
import io.xiaoer.tenancy.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
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

    /** Before its end a token is replaced: long before, so that even a platform that is down for a day makes us lose nothing. */
    static final Duration EARLY = Duration.ofDays(1);

    /** After that, whoever was fetching is taken for lost with its node. */
    static final Duration LOST_AFTER = Duration.ofSeconds(20);

    private static final Logger LOG = LoggerFactory.getLogger(Grants.class);
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);
    private static final Duration MOST_WAITED = Duration.ofSeconds(12);

    private final BridgeRows rows;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Grants(BridgeRows rows, TransactionTemplate transaction, Clock clock) {
        this.rows = rows;
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

    /** Fetches the next grant if this one ends soon. */
    void renewEarly(TenantId tenant, Bridge bridge, BridgeHttp http) throws BridgeFailed {
        Held held = held(tenant, bridge);
        if (held.grant().accessUntil().isBefore(clock.instant().plus(EARLY))) {
            renewed(tenant, bridge, held, http);
        }
    }

    /**
     * The grant after {@code spent}, whoever fetches it.
     *
     * @throws BridgeFailed with {@link Why#REVOKED} if there is none any more, and never with {@link Why#TOKEN}
     */
    Held renewed(TenantId tenant, Bridge bridge, Held spent, BridgeHttp http) throws BridgeFailed {
        long end = System.nanoTime() + MOST_WAITED.toNanos();
        while (true) {
            Turn turn = Objects.requireNonNull(transaction.execute(status -> turn(tenant, bridge, spent)));
            switch (turn) {
                case Turn.Mine mine -> {
                    return fetch(tenant, bridge, mine.held(), http);
                }
                case Turn.Done done -> {
                    return done.held();
                }
                case Turn.Gone gone -> throw revoked();
                case Turn.Others others -> {
                    if (System.nanoTime() > end || http.left().isZero()) {
                        throw new BridgeFailed(Why.DOWN, "a new token is being fetched");
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

    private Held fetch(TenantId tenant, Bridge bridge, Held spent, BridgeHttp http) throws BridgeFailed {
        Grant fresh;
        try {
            fresh = bridge.renew(spent.grant(), http);
        } catch (BridgeFailed e) {
            boolean ended = e.why() == Why.TOKEN || e.why() == Why.REFUSED || e.why() == Why.REVOKED;
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
            throw e;
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
