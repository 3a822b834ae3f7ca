package io.xiaoer.connectors.internal.bridges;

import io.xiaoer.connectors.internal.bridges.Lanes.Key;
import io.xiaoer.tenancy.Actor;
import io.xiaoer.tenancy.Resting;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import java.time.Duration;
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

    private final Lanes readings;
    private final Lanes pushes;

    private final Leaving leaving;

    Works(Catalogue catalogue, Syncs syncs, PushInbox inbox, Leaving leaving, Resting resting) {
        this.leaving = leaving;
        this.readings = new Lanes(
                "bridge-reading",
                1,
                READINGS_AT_ONCE,
                key -> catalogue.find(key.bridge()).flatMap(bridge -> syncs.step(key.tenant(), bridge)),
                resting);
        this.pushes = new Lanes(
                "bridge-push",
                PUSHES_OF_ONE,
                PUSHES_AT_ONCE,
                key -> catalogue.find(key.bridge()).flatMap(bridge -> inbox.step(key.tenant(), bridge)),
                resting);
    }

    void wake(TenantId tenant, String bridge) {
        Key key = new Key(tenant, bridge);
        readings.wake(key);
        pushes.wake(key);
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
        pushes.wakeLater(new Key(tenant, bridge), wait);
    }

    @Override
    public void destroy() {
        readings.close();
        pushes.close();
    }
}
