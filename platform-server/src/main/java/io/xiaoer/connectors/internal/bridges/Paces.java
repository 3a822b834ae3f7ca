package io.xiaoer.connectors.internal.bridges;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.xiaoer.connectors.internal.bridges.BridgeFailed.Why;
import io.xiaoer.connectors.internal.bridges.Pace.Use;
import io.xiaoer.tenancy.TenantId;
import java.time.Duration;
import java.util.Objects;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps to what platforms allow, for each shop and for all together, whatever number of nodes there is. */
@Component
class Paces {

    /** The detail of a failure that is our own restraint. */
    static final String OWN = "our own limit";

    private final DSLContext db;
    private final TransactionTemplate transaction;
    private final Cache<String, Pace> paces = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterAccess(Duration.ofMinutes(10))
            .build();

    Paces(DSLContext db, TransactionTemplate transaction) {
        this.db = db;
        this.transaction = transaction;
    }

    /**
     * Returns when a call may be made.
     *
     * @throws BridgeFailed with {@link Why#BUSY} if it would take too long
     */
    void await(TenantId tenant, Bridge bridge, Use use) throws BridgeFailed {
        long end = System.nanoTime() + use.patience().toNanos();
        while (true) {
            Duration wait = take(tenant, bridge, use);
            if (wait.isZero()) {
                return;
            }
            if (System.nanoTime() + wait.toNanos() > end) {
                throw new BridgeFailed(Why.BUSY, OWN, wait);
            }
            try {
                Thread.sleep(wait);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new BridgeFailed(Why.DOWN, "interrupted");
            }
        }
    }

    private Duration take(TenantId tenant, Bridge bridge, Use use) {
        Pace shop = pace(bridge.key() + " " + tenant.value(), bridge.terms().callsPerSecond());
        Duration wait = shop.take(use, System.nanoTime());
        if (!wait.isZero()) {
            return wait;
        }
        wait = pace(bridge.key(), bridge.terms().callsPerSecondInAll()).take(use, System.nanoTime());
        if (!wait.isZero()) {
            shop.giveBack(use, System.nanoTime());
        }
        return wait;
    }

    private Pace pace(String name, int perSecond) {
        return paces.get(
                name,
                key -> new Pace(perSecond, (rate, most, keptBack, wanted) -> draw(key, rate, most, keptBack, wanted)));
    }

    private int draw(String pace, double perSecond, double most, double keptBack, int wanted) {
        return Objects.requireNonNull(transaction.execute(status -> db.resultQuery(
                        "select platform.draw_bridge_permits(?, ?, ?, ?, ?) as given",
                        pace,
                        perSecond,
                        most,
                        keptBack,
                        wanted)
                .fetchOne("given", Integer.class)));
    }
}
