package io.xiaoer.connectors.internal.bridges;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/** How long to leave a platform alone that did not do what was asked: longer each time, but never for long. */
final class Patience {

    private static final List<Duration> WAITS = List.of(
            Duration.ofSeconds(3),
            Duration.ofSeconds(6),
            Duration.ofSeconds(12),
            Duration.ofSeconds(24),
            Duration.ofSeconds(48),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5));

    static final Duration MOST = WAITS.getLast();

    /** The part of a wait by which it may be longer, so that not all shops come back at once. */
    private static final double JITTER = 0.2;

    private Patience() {}

    /** @param failures in a row, the one just seen included */
    static Duration after(int failures, BridgeFailed failed, RandomGenerator random) {
        Duration wait = WAITS.get(Math.min(Math.max(failures, 1), WAITS.size()) - 1);
        Duration wanted = failed.after();
        if (wanted != null && wanted.compareTo(wait) > 0) {
            wait = wanted.compareTo(MOST) > 0 ? MOST : wanted;
        }
        return wait.plusMillis((long) (wait.toMillis() * JITTER * random.nextDouble()));
    }
}
