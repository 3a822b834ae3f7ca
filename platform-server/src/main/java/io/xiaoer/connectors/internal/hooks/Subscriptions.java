package io.xiaoer.connectors.internal.hooks;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.xiaoer.connectors.WebhookEvent;
import io.xiaoer.connectors.internal.hooks.HookRows.Row;
import io.xiaoer.tenancy.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Who wants to be told of what, kept in memory for a few seconds, since each turn asks; a change made on this node counts at once. */
@Component
public class Subscriptions {

    private static final Duration KEPT = Duration.ofSeconds(5);

    private final HookRows rows;
    private final TransactionTemplate transaction;
    private final Cache<TenantId, List<Row>> known =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(KEPT).build();

    Subscriptions(HookRows rows, TransactionTemplate transaction) {
        this.rows = rows;
        this.transaction = transaction;
    }

    /** The endpoints of the bound tenant that are to be told of an event. */
    List<UUID> to(TenantId tenant, WebhookEvent event) {
        List<Row> hooks = known.getIfPresent(tenant);
        if (hooks == null) {
            hooks = Objects.requireNonNull(transaction.execute(status -> rows.all(tenant)));
            known.put(tenant, hooks);
        }
        return hooks.stream()
                .filter(hook -> hook.enabled() && hook.events().contains(event))
                .map(Row::id)
                .toList();
    }

    /** Reads them anew once the current transaction has committed. */
    public void changed(TenantId tenant) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                known.invalidate(tenant);
            }
        });
    }
}
