package io.xiaoer.rehearsal.internal;

import io.xiaoer.shared.Problem;
import io.xiaoer.shared.Problem.Code;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for something that goes on by itself. */
public final class Patience {

    /** How long a caller waits. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private static final Duration LOOK = Duration.ofMillis(100);

    private Patience() {}

    /**
     * Looks again and again until it is over.
     *
     * @param named what it is called, for a caller who cannot wait so long
     * @throws Problem with {@link Code#UNAVAILABLE} if it takes long
     */
    public static <T> T untilOver(T begun, Predicate<T> over, Supplier<T> look, String named) {
        T now = begun;
        long end = System.nanoTime() + LONGEST.toNanos();
        while (!over.test(now) && System.nanoTime() < end) {
            pause();
            now = look.get();
        }
        if (!over.test(now)) {
            throw new Problem(
                    Code.UNAVAILABLE, "The " + named + " takes long. It goes on by itself; ask for it later.");
        }
        return now;
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Problem(Code.UNAVAILABLE, "This node is going down. Try again in a moment.");
        }
    }
}
