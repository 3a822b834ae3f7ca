package io.xiaoer.connectors.internal.bridges;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.xiaoer.connectors.internal.bridges.BridgeFailed.Why;
import io.xiaoer.connectors.internal.bridges.Pace.Use;
import io.xiaoer.tenancy.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Keeps to what platforms allow, for each shop and for all together, as far as this node is concerned. */
@Component
class Paces {

    /** The detail of a failure that is our own restraint. */
    static final String OWN = "our own limit";

    private final Clock clock;
    private final ConcurrentHashMap<String, Pace> all = new ConcurrentHashMap<>();
    private final Cache<ShopOn, Pace> shops = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterAccess(Duration.ofMinutes(10))
            .build();

    Paces(Clock clock) {
        this.clock = clock;
    }

    private record ShopOn(TenantId tenant, String bridge) {}

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
        Pace shop = shops.get(
                new ShopOn(tenant, bridge.key()), key -> new Pace(bridge.terms().callsPerSecond(), clock.instant()));
        Duration wait = shop.take(use, clock.instant());
        if (!wait.isZero()) {
            return wait;
        }
        wait = all.computeIfAbsent(bridge.key(), key -> new Pace(bridge.terms().callsPerSecondInAll(), clock.instant()))
                .take(use, clock.instant());
        if (!wait.isZero()) {
            shop.giveBack();
        }
        return wait;
    }
}
