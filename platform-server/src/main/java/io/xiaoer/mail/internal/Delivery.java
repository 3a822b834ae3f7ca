package io.xiaoer.mail.internal;

import io.xiaoer.mail.Carriage;
import io.xiaoer.mail.internal.OutgoingRows.Outgoing;
import io.xiaoer.tenancy.Actor;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Offers letters to the carrier. An attempt is counted before it is made, so that a letter which takes the node down with it
 * is not offered for ever, and two nodes never offer the same one at once. Nothing is locked while the carrier is asked.
 */
@Component
public class Delivery implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
    private static final int AT_ONCE = 4;

    private final OutgoingRows rows;
    private final Carrier carrier;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final ExecutorService hands = Executors.newFixedThreadPool(
            AT_ONCE, Thread.ofVirtual().name("mail-", 0).factory());

    Delivery(OutgoingRows rows, Carrier carrier, TransactionTemplate transaction, Clock clock) {
        this.rows = rows;
        this.carrier = carrier;
        this.transaction = transaction;
        this.clock = clock;
    }

    public Carriage carriage() {
        return carrier.carriage();
    }

    /** Has the letter offered once the current transaction has committed. */
    public void afterCommit(TenantId tenant, UUID id) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                hands.execute(() -> offerAlone(tenant, id));
            }
        });
    }

    private void offerAlone(TenantId tenant, UUID id) {
        try {
            TenantScope.run(tenant, Actor.platform(), () -> offer(tenant, id));
        } catch (RuntimeException e) {
            LOG.error("A letter could not be offered and waits for its next round", e);
        }
    }

    /** Offers the bound tenant's letters that are due. */
    void round(TenantId tenant) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        Objects.requireNonNull(transaction.execute(status -> rows.due(tenant, now)))
                .forEach(id -> offer(tenant, id));
    }

    /** Makes one attempt, if one is due. */
    void offer(TenantId tenant, UUID id) {
        Optional<Outgoing> due = Objects.requireNonNull(transaction.execute(status -> take(tenant, id)));
        if (due.isEmpty()) {
            return;
        }
        Outgoing letter = due.get();
        String failure = attempt(tenant, letter);
        OffsetDateTime now = OffsetDateTime.now(clock);
        transaction.executeWithoutResult(status -> {
            if (failure == null) {
                rows.settle(tenant, id, "SENT", null, now);
            } else if (Attempts.next(letter.attempts(), now, letter.letter().expiresAt())
                    .isEmpty()) {
                rows.settle(tenant, id, "GIVEN_UP", failure, now);
            } else {
                rows.failed(tenant, id, failure);
            }
        });
    }

    /** Counts the attempt that is about to be made; gives the letter up if there is no sense in one. */
    private Optional<Outgoing> take(TenantId tenant, UUID id) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        Optional<Outgoing> due = rows.lockDue(tenant, id, now);
        if (due.isEmpty()) {
            return due;
        }
        Outgoing letter = due.get();
        if (carriage() == Carriage.NONE
                || letter.attempts() >= Attempts.MAX
                || !now.isBefore(letter.letter().expiresAt())) {
            rows.settle(tenant, id, "GIVEN_UP", "no attempt is left", now);
            return Optional.empty();
        }
        int attempts = letter.attempts() + 1;
        // should this node not live to say what became of it, the letter is looked at again then
        OffsetDateTime next = Attempts.next(attempts, now, letter.letter().expiresAt())
                .orElse(letter.letter().expiresAt());
        rows.count(tenant, id, attempts, next);
        return Optional.of(new Outgoing(id, letter.letter(), attempts));
    }

    /** What went wrong; null if nothing did. */
    private @Nullable String attempt(TenantId tenant, Outgoing letter) {
        try {
            carrier.carry(tenant, letter.letter());
            return null;
        } catch (RuntimeException e) {
            // a mail server's own words may name the recipient: they are not kept
            Throwable cause = e.getCause() == null ? e : e.getCause();
            String failure =
                    e.getClass().getSimpleName() + ": " + cause.getClass().getSimpleName();
            LOG.warn(
                    "Attempt {} to hand over a letter of kind {} failed: {}",
                    letter.attempts(),
                    letter.letter().kind(),
                    failure);
            LOG.debug("Its reason", e);
            return failure;
        }
    }

    @Override
    public void destroy() {
        hands.shutdown();
    }
}
