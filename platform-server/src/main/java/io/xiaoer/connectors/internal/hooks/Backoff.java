package io.xiaoer.connectors.internal.hooks;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** When an event that did not arrive is told again: six times within a day and a half, and not all at the same moment. */
final class Backoff {

    private static final List<Duration> WAITS = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(1),
            Duration.ofMinutes(10),
            Duration.ofHours(1),
            Duration.ofHours(6),
            Duration.ofHours(24));

    static final int MOST = WAITS.size() + 1;

    /** The part of a wait by which it may be longer. */
    private static final double JITTER = 0.2;

    private Backoff() {}

    /**
     * How long to wait before the next attempt; empty if there is none.
     *
     * @param made attempts so far
     */
    static Optional<Duration> after(int made, RandomGenerator random) {
        if (made >= MOST) {
            return Optional.empty();
        }
        Duration wait = WAITS.get(Math.max(made, 1) - 1);
        return Optional.of(wait.plusMillis((long) (wait.toMillis() * JITTER * random.nextDouble())));
    }
}
