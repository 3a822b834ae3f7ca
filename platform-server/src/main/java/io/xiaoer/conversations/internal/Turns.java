package io.xiaoer.conversations.internal;

import io.xiaoer.shared.Problem;
import io.xiaoer.shared.Problem.Code;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Bounds how many messages this node answers at once. Answering is work for the processor, so more at once answers no more
 * a second; what comes beyond waits a moment in line, in order, and is turned away when the line is long, at once and
 * before it has cost anything. A conversation has one turn at a time and a short line of its own, so that one cannot take them all. Senders try again
 * under the same message id.
 */
@Component
class Turns {

    private static final Duration PATIENCE = Duration.ofMillis(1_500);

    /** Conversations that share a lane wait for each other; with this many, rarely. */
    private static final int LANES = 1_024;

    private static final int LINE_OF_A_LANE = 10;

    private final Semaphore places;
    private final Semaphore[] lanes =
            Stream.generate(() -> new Semaphore(1, true)).limit(LANES).toArray(Semaphore[]::new);
    private final int line;
    private final Duration patience;

    /**
     * @param places messages answered at once; 0 for two a core
     * @param line messages that may wait
     */
    @Autowired
    Turns(@Value("${xiaoer.conversations.turns:0}") int places, @Value("${xiaoer.conversations.line:100}") int line) {
        this(places > 0 ? places : 2 * Runtime.getRuntime().availableProcessors(), line, PATIENCE);
    }

    /** @param patience how long a message may wait for its turn */
    Turns(int places, int line, Duration patience) {
        this.places = new Semaphore(places, true);
        this.line = line;
        this.patience = patience;
    }

    /** @throws Problem with {@link Code#UNAVAILABLE} if too many messages are being answered already */
    <T> T take(String conversation, Supplier<T> turn) {
        Semaphore lane = lanes[Math.floorMod(conversation.hashCode(), LANES)];
        long deadline = System.nanoTime() + patience.toNanos();
        enter(lane, deadline, () -> lane.getQueueLength() < LINE_OF_A_LANE);
        try {
            enter(places, deadline, () -> places.getQueueLength() < line);
            try {
                return turn.get();
            } finally {
                places.release();
            }
        } finally {
            lane.release();
        }
    }

    private static void enter(Semaphore semaphore, long deadline, BooleanSupplier mayWait) {
        try {
            // with a time, even none, a semaphore lets nobody overtake those who wait
            if (semaphore.tryAcquire(0, TimeUnit.NANOSECONDS)
                    || mayWait.getAsBoolean()
                            && semaphore.tryAcquire(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new Problem(Code.UNAVAILABLE, "Very many messages are coming in. Send this one again in a moment.");
    }
}
