package io.xiaoer.mail.internal;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** When a letter that was not taken is offered again: eight times within eleven hours, and never once it is of no use. */
final class Attempts {

    private static final List<Duration> WAITS = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofMinutes(40),
            Duration.ofMinutes(90),
            Duration.ofHours(3),
            Duration.ofMinutes(330));

    static final int MAX = WAITS.size() + 1;

    private Attempts() {}

    /**
     * When the next attempt is due; empty if there is none.
     *
     * @param made attempts so far, the one at {@code now} included
     */
    static Optional<OffsetDateTime> next(int made, OffsetDateTime now, OffsetDateTime expiresAt) {
        if (made >= MAX) {
            return Optional.empty();
        }
        OffsetDateTime next = now.plus(WAITS.get(Math.max(made, 1) - 1));
        return next.isBefore(expiresAt) ? Optional.of(next) : Optional.empty();
    }
}
