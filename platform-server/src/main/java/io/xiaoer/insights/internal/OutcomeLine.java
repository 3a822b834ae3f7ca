package io.xiaoer.insights.internal;

import io.xiaoer.bots.BotId;
import io.xiaoer.conversations.AskedQuestion.Place;
import io.xiaoer.conversations.ConversationId;
import io.xiaoer.conversations.QuestionTaken;
import io.xiaoer.conversations.ReplyRated;
import io.xiaoer.conversations.TurnFailed;
import io.xiaoer.tenancy.Actor;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Has what became of questions recorded once their turns are committed, in order, by a thread of its own: the shopper waits for nothing,
 * and under load many are written at once. Not transactional listeners: those are kept in the event publication registry, which asks for more
 * statements than a turn has. The receipt that a turn commits is the record that lasts; what is lost from the line with its node is found
 * by {@link OutcomeCatchUp}.
 */
@Component
public class OutcomeLine {

    private static final Logger LOG = LoggerFactory.getLogger(OutcomeLine.class);

    /** Beyond it the receipts have to do. */
    private static final int LONGEST = 5_000;

    private static final int BATCH = 200;
    private static final long IDLE_MILLIS = 250;
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration LAST_WORDS = Duration.ofSeconds(5);

    private final OutcomeRecorder recorder;
    private final OutcomeRows rows;
    private final LinkedBlockingQueue<Item> line = new LinkedBlockingQueue<>(LONGEST);
    private final Thread thread = Thread.ofPlatform().daemon().name("outcomes").unstarted(this::work);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition fewer = lock.newCondition();
    private final Map<TenantId, Integer> waiting = new HashMap<>();
    private volatile boolean closed;

    OutcomeLine(OutcomeRecorder recorder, OutcomeRows rows) {
        this.recorder = recorder;
        this.rows = rows;
    }

    /** What is to be done. */
    private sealed interface Item {

        TenantId tenant();

        record Taken(TenantId tenant, Place receipt) implements Item {}

        record Failed(TenantId tenant, ConversationId conversation) implements Item {}

        record Changed(TenantId tenant, BotId bot) implements Item {}
    }

    @PostConstruct
    void begin() {
        thread.start();
    }

    /** What is in the line is still recorded, if that does not take long. */
    @PreDestroy
    void end() throws InterruptedException {
        closed = true;
        thread.join(LAST_WORDS);
        thread.interrupt();
    }

    @EventListener
    void on(QuestionTaken event) {
        afterCommit(new Item.Taken(event.tenantId(), new Place(event.conversation(), event.reply())));
    }

    @EventListener
    void on(TurnFailed event) {
        add(new Item.Failed(event.tenantId(), event.conversation()));
    }

    /** Within the transaction of the feedback, so that neither is there without the other. */
    @EventListener
    void on(ReplyRated event) {
        if (rows.helped(event.tenantId(), event.conversation(), event.seq(), event.helpful())) {
            afterCommit(new Item.Changed(event.tenantId(), event.bot()));
        } else {
            // not recorded yet: then it is with what is known by then
            afterCommit(new Item.Taken(event.tenantId(), new Place(event.conversation(), event.seq())));
        }
    }

    private void afterCommit(Item item) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                add(item);
            }
        });
    }

    private void add(Item item) {
        count(item.tenant(), 1);
        if (!line.offer(item)) {
            count(item.tenant(), -1);
        }
    }

    private void count(TenantId tenant, int more) {
        lock.lock();
        try {
            waiting.merge(tenant, more, Integer::sum);
            waiting.remove(tenant, 0);
            fewer.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until what the shop said on this node so far is recorded, but not for long; asks the database nothing itself. */
    public void settle(TenantId tenant) {
        if (Thread.currentThread() == thread) {
            return;
        }
        long left = PATIENCE.toNanos();
        lock.lock();
        try {
            while (waiting.containsKey(tenant) && left > 0) {
                left = fewer.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    private void work() {
        List<Item> batch = new ArrayList<>(BATCH);
        try {
            while (!closed || !line.isEmpty()) {
                Item first = line.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS);
                if (first != null) {
                    batch.add(first);
                    line.drainTo(batch, BATCH - 1);
                    record(batch);
                    batch.clear();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void record(List<Item> batch) {
        Map<TenantId, List<Item>> shops = new LinkedHashMap<>();
        batch.forEach(item -> shops.computeIfAbsent(item.tenant(), tenant -> new ArrayList<>())
                .add(item));
        shops.forEach((tenant, items) -> {
            try {
                TenantScope.run(tenant, Actor.platform(), () -> record(tenant, items));
            } catch (RuntimeException e) {
                LOG.warn("What became of {} questions could not be recorded; their receipts are kept", items.size(), e);
            } finally {
                count(tenant, -items.size());
            }
        });
    }

    private void record(TenantId tenant, List<Item> items) {
        List<Place> taken = items.stream()
                .map(item -> item instanceof Item.Taken one ? one.receipt() : null)
                .filter(Objects::nonNull)
                .toList();
        if (!taken.isEmpty()) {
            recorder.record(tenant, taken);
        }
        for (Item item : items) {
            switch (item) {
                case Item.Taken any -> {}
                case Item.Failed failed -> recorder.recordFailure(tenant, failed.conversation());
                case Item.Changed changed -> recorder.tell(tenant, changed.bot());
            }
        }
    }
}
