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
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Who on this node wants to hear of a conversation, or of all that a shop's desk shows: a commit on this node is told at once, what other
 * nodes have committed at the next look, one for each shop, so that nobody whom nothing happens to costs anything.
 */
@Component
public class ConversationChanges {

    private static final Logger LOG = LoggerFactory.getLogger(ConversationChanges.class);
    private static final long LOOK_SECONDS = 2;

    /** Clocks of nodes differ a little. */
    private static final Duration LOOKED_BACK = Duration.ofSeconds(4);

    private final DeskRows desks;
    private final PresenceRows presence;
    private final ConversationRows conversations;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final ConcurrentHashMap<TenantId, Listeners> shops = new ConcurrentHashMap<>();
    private final ExecutorService tellers = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("conversation-changes").factory());

    ConversationChanges(
            DeskRows desks,
            PresenceRows presence,
            ConversationRows conversations,
            TransactionTemplate transaction,
            Clock clock) {
        this.desks = desks;
        this.presence = presence;
        this.conversations = conversations;
        this.transaction = transaction;
        this.clock = clock;
        looks.scheduleWithFixedDelay(this::lookAtAll, LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
    }

    /**
     * Who follows one conversation.
     *
     * @param seen the number of the newest event it knows
     * @param wake must not take long
     */
    private record Follower(IntSupplier seen, Runnable wake) {}

    /** Of one shop; one that is empty is in no map any more. */
    private static final class Listeners {
        private final Set<Consumer<ConversationId>> desks = ConcurrentHashMap.newKeySet();
        private final Map<ConversationId, Set<Follower>> followers = new ConcurrentHashMap<>();
        private Map<ConversationId, OffsetDateTime> told = Map.of();

        boolean isEmpty() {
            return desks.isEmpty() && followers.isEmpty();
        }
    }

    @PreDestroy
    void stop() {
        looks.shutdownNow();
        tellers.shutdown();
    }

    /** Hears of what a shop's desk shows. */
    public Subscription subscribe(TenantId tenant, Consumer<ConversationId> listener) {
        change(tenant, listeners -> listeners.desks.add(listener));
        return () -> change(tenant, listeners -> listeners.desks.remove(listener));
    }

    /**
     * Hears of one conversation.
     *
     * @param seen the number of the newest event that is known already
     * @param wake must not take long
     */
    Subscription follow(TenantId tenant, ConversationId conversation, IntSupplier seen, Runnable wake) {
        Follower follower = new Follower(seen, wake);
        change(
                tenant,
                listeners -> listeners
                        .followers
                        .computeIfAbsent(conversation, id -> ConcurrentHashMap.newKeySet())
                        .add(follower));
        return () -> change(
                tenant,
                listeners -> listeners.followers.computeIfPresent(conversation, (id, all) -> {
                    all.remove(follower);
                    return all.isEmpty() ? null : all;
                }));
    }

    private void change(TenantId tenant, Consumer<Listeners> change) {
        shops.compute(tenant, (id, there) -> {
            Listeners listeners = there == null ? new Listeners() : there;
            change.accept(listeners);
            return listeners.isEmpty() ? null : listeners;
        });
    }

    /**
     * Not a transactional listener: those are kept in the event publication registry, which needs a second connection
     * while the first is held. What is lost costs one look.
     */
    @EventListener
    void on(ConversationGrew event) {
        afterCommit(event.tenant(), event.conversation());
    }

    @EventListener
    void on(DeskStirred event) {
        afterCommit(event.tenant(), event.conversation());
    }

    private void afterCommit(TenantId tenant, ConversationId conversation) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                Listeners listeners = shops.get(tenant);
                if (listeners != null) {
                    tellDesks(listeners, conversation);
                    listeners
                            .followers
                            .getOrDefault(conversation, Set.of())
                            .forEach(follower -> follower.wake().run());
                }
            }
        });
    }

    private void tellDesks(Listeners listeners, ConversationId conversation) {
        for (Consumer<ConversationId> desk : listeners.desks) {
            tellers.execute(() -> {
                try {
                    desk.accept(conversation);
                } catch (RuntimeException e) {
                    LOG.warn("A desk could not be told", e);
                }
            });
        }
    }

    private void lookAtAll() {
        shops.forEach((tenant, listeners) -> {
            try {
                TenantScope.run(tenant, Actor.platform(), () -> look(tenant, listeners));
            } catch (RuntimeException e) {
                LOG.warn("A look for what other nodes have committed failed", e);
            }
        });
    }

    private void look(TenantId tenant, Listeners listeners) {
        OffsetDateTime since = OffsetDateTime.now(clock).minus(LOOKED_BACK);
        Map<ConversationId, OffsetDateTime> changed = new HashMap<>();
        Map<ConversationId, Integer> newest = new HashMap<>();
        transaction.executeWithoutResult(status -> {
            if (!listeners.desks.isEmpty()) {
                changed.putAll(desks.changed(tenant, since));
                presence.typing(tenant, since).forEach((id, at) -> changed.merge(id, at, ConversationChanges::later));
            }
            Set<ConversationId> followed = Set.copyOf(listeners.followers.keySet());
            if (!followed.isEmpty()) {
                newest.putAll(conversations.newest(tenant, followed));
            }
        });
        Map<ConversationId, OffsetDateTime> before = listeners.told;
        listeners.told = changed;
        changed.forEach((conversation, at) -> {
            if (!at.equals(before.get(conversation))) {
                tellDesks(listeners, conversation);
            }
        });
        newest.forEach((conversation, seq) -> listeners.followers.getOrDefault(conversation, Set.of()).stream()
                .filter(follower -> seq > follower.seen().getAsInt())
                .forEach(follower -> follower.wake().run()));
    }

    private static OffsetDateTime later(OffsetDateTime one, OffsetDateTime other) {
        return one.isAfter(other) ? one : other;
    }
}
