package io.xiaoer.connectors.internal.bridges;

import io.xiaoer.connectors.internal.bridges.Lanes.Key;
import io.xiaoer.tenancy.Actor;
import io.xiaoer.tenancy.Resting;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Drives readings and pushes of all shops on this node. */
@Component
public class Works implements DisposableBean {

    private static final int READINGS_AT_ONCE = 4;
    private static final int PUSHES_OF_ONE = 3;
    private static final int PUSHES_AT_ONCE = 12;

    private final Map<String, Lanes> readings = new TreeMap<>();
    private final Map<String, Lanes> pushes = new TreeMap<>();
    private final Leaving leaving;

    /** Each platform has hands of its own, so that one that is slow keeps no other waiting. */
    Works(Catalogue catalogue, Syncs syncs, PushInbox inbox, Leaving leaving, Resting resting) {
        this.leaving = leaving;
        for (Bridge bridge : catalogue.all()) {
            readings.put(
                    bridge.key(),
                    new Lanes(
                            bridge.key() + "-reading",
                            1,
                            READINGS_AT_ONCE,
                            key -> syncs.step(key.tenant(), bridge),
                            resting));
            pushes.put(
                    bridge.key(),
                    new Lanes(
                            bridge.key() + "-push",
                            PUSHES_OF_ONE,
                            PUSHES_AT_ONCE,
                            key -> inbox.step(key.tenant(), bridge),
                            resting));
        }
    }

    void wake(TenantId tenant, String bridge) {
        Key key = new Key(tenant, bridge);
        of(readings, bridge).wake(key);
        of(pushes, bridge).wake(key);
    }

    public void wakeAfterCommit(TenantId tenant, String bridge) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                wake(tenant, bridge);
            }
        });
    }

    /** Removes what a bridge has brought, once the current transaction has committed. */
    public void leaveAfterCommit(TenantId tenant, String bridge) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                Thread.ofVirtual()
                        .name("bridge-leaving")
                        .start(() -> TenantScope.run(tenant, Actor.platform(), () -> leaving.goOn(tenant, bridge)));
            }
        });
    }

    void pushLater(TenantId tenant, String bridge, Duration wait) {
        of(pushes, bridge).wakeLater(new Key(tenant, bridge), wait);
    }

    @Override
    public void destroy() {
        readings.values().forEach(Lanes::close);
        pushes.values().forEach(Lanes::close);
    }

    private static Lanes of(Map<String, Lanes> lanes, String bridge) {
        return Objects.requireNonNull(lanes.get(bridge));
    }
}
