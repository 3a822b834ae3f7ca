package io.xiaoer.conversations.internal;

import io.xiaoer.conversations.ConversationId;
import io.xiaoer.conversations.Conversations.ConversationGrew;
import io.xiaoer.conversations.DeskFeed.Subscription;
import io.xiaoer.conversations.DeskStirred;
import io.xiaoer.tenancy.Actor;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Who on this node wants to hear of a shop's desk, and what there is to hear: commits here at once, those elsewhere at the next look. */
@Component
public class DeskChanges {

    private static final Logger LOG = LoggerFactory.getLogger(DeskChanges.class);
    private static final long LOOK_SECONDS = 2;

    /** Clocks of nodes differ a little. */
    private static final Duration LOOKED_BACK = Duration.ofSeconds(4);

    private final DeskRows rows;
    private final PresenceRows presence;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final ConcurrentHashMap<TenantId, Set<Consumer<ConversationId>>> listeners = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<TenantId, Map<ConversationId, OffsetDateTime>> told = new ConcurrentHashMap<>();
    private final ExecutorService tellers = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("desk-changes").factory());

    DeskChanges(DeskRows rows, PresenceRows presence, TransactionTemplate transaction, Clock clock) {
        this.rows = rows;
        this.presence = presence;
        this.transaction = transaction;
        this.clock = clock;
        looks.scheduleWithFixedDelay(this::lookAtAll, LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        looks.shutdownNow();
        tellers.shutdown();
    }

    public Subscription subscribe(TenantId tenant, Consumer<ConversationId> listener) {
        listeners.computeIfAbsent(tenant, id -> ConcurrentHashMap.newKeySet()).add(listener);
        return () -> listeners.computeIfPresent(tenant, (id, all) -> {
            all.remove(listener);
            return all.isEmpty() ? null : all;
        });
    }

    @EventListener
    void on(ConversationGrew event) {
        afterCommit(event.tenant(), event.conversation());
    }

    @EventListener
    void on(DeskStirred event) {
        afterCommit(event.tenant(), event.conversation());
    }

    private void afterCommit(TenantId tenant, ConversationId conversation) {
        if (listeners.containsKey(tenant)) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    tell(tenant, conversation);
                }
            });
        }
    }

    private void tell(TenantId tenant, ConversationId conversation) {
        for (Consumer<ConversationId> listener : listeners.getOrDefault(tenant, Set.of())) {
            tellers.execute(() -> {
                try {
                    listener.accept(conversation);
                } catch (RuntimeException e) {
                    LOG.warn("A desk could not be told", e);
                }
            });
        }
    }

    private void lookAtAll() {
        told.keySet().retainAll(listeners.keySet());
        for (TenantId tenant : listeners.keySet()) {
            try {
                TenantScope.run(tenant, Actor.platform(), () -> look(tenant));
            } catch (RuntimeException e) {
                LOG.warn("A look for changes at desks failed", e);
            }
        }
    }

    private void look(TenantId tenant) {
        OffsetDateTime since = OffsetDateTime.now(clock).minus(LOOKED_BACK);
        Map<ConversationId, OffsetDateTime> changed = new HashMap<>();
        transaction.executeWithoutResult(status -> {
            changed.putAll(rows.changed(tenant, since));
            presence.typing(tenant, since).forEach((id, at) -> changed.merge(id, at, DeskChanges::later));
        });
        Map<ConversationId, OffsetDateTime> before = told.getOrDefault(tenant, Map.of());
        told.put(tenant, changed);
        changed.forEach((conversation, at) -> {
            if (!at.equals(before.get(conversation))) {
                tell(tenant, conversation);
            }
        });
    }

    private static OffsetDateTime later(OffsetDateTime one, OffsetDateTime other) {
        return one.isAfter(other) ? one : other;
    }
}
