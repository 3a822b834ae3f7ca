package io.xiaoer.connectors.internal;

import io.xiaoer.connectors.Fault;
import io.xiaoer.connectors.Way;
import io.xiaoer.shopdata.RecordsArrived;
import java.time.Instant;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Notes what the sync API brings, once it is committed; look-ups and webhooks note themselves. */
@Component
class PushWatch {

    private static final int MAX_REASON = 300;

    private final WayLog log;

    PushWatch(WayLog log) {
        this.log = log;
    }

    @EventListener
    void on(RecordsArrived event) {
        if (!event.source().equals(Way.PUSH.key())) {
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                note(event);
            }
        });
    }

    private void note(RecordsArrived event) {
        Instant newest =
                event.newestUpdatedAt() == null ? null : event.newestUpdatedAt().toInstant();
        String rejection = event.rejection();
        // what arrived is noted last: a rejected record among good ones does not make the way a broken one
        if (rejection != null) {
            log.failed(
                    event.tenant(),
                    Way.PUSH,
                    Fault.Code.REJECTED,
                    rejection.length() > MAX_REASON ? rejection.substring(0, MAX_REASON) + "…" : rejection);
        }
        if (rejection == null || newest != null) {
            log.arrived(event.tenant(), Way.PUSH, event.count(), newest);
        }
    }
}
