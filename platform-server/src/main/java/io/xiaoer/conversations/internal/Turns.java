package io.xiaoer.conversations.internal;

import io.xiaoer.shared.Problem;
import io.xiaoer.shared.Problem.Code;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Bounds how many messages this node answers at once. Answering is work for the processor, so more at once answers no more
 * a second; what comes beyond waits a moment in line, in order, and is turned away when the line is long, at once and
 * before it has cost anything. Senders try again under the same message id.
 */
@Component
class Turns {

    /** How long a message may wait for its turn. */
    private static final long PATIENCE_MILLIS = 1_500;

    private final Semaphore places;
    private final AtomicInteger waiting = new AtomicInteger();
    private final int line;

    /**
     * @param places messages answered at once; 0 for two a core
     * @param line messages that may wait
     */
    Turns(@Value("${xiaoer.conversations.turns:0}") int places, @Value("${xiaoer.conversations.line:100}") int line) {
        this.places =
                new Semaphore(places > 0 ? places : 2 * Runtime.getRuntime().availableProcessors(), true);
        this.line = line;
    }

    /** @throws Problem with {@link Code#UNAVAILABLE} if too many messages are being answered already */
    <T> T take(Supplier<T> turn) {
        if (!enter()) {
            throw new Problem(Code.UNAVAILABLE, "Very many messages are coming in. Send this one again in a moment.");
        }
        try {
            return turn.get();
        } finally {
            places.release();
        }
    }

    private boolean enter() {
        try {
            // with a time, even none, a semaphore lets nobody overtake those who wait
            return places.tryAcquire(0, TimeUnit.MILLISECONDS) || waitInLine();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean waitInLine() throws InterruptedException {
        try {
            return waiting.incrementAndGet() <= line && places.tryAcquire(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } finally {
            waiting.decrementAndGet();
        }
    }
}
