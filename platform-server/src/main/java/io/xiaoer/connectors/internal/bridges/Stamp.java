package io.xiaoer.connectors.internal.bridges;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * When a record changed, for a platform whose clock shows seconds. A record may change twice in a second, and a page that was read between
 * the two may come to be stored last; so the time between the change and the reading decides which is newer.
 */
public final class Stamp {

    /** After that, what was read holds all changes of its second, even if the clocks differ a little. */
    private static final Duration SETTLED = Duration.ofSeconds(10);

    private static final long MOST_MICROS = 999_998;

    private Stamp() {}

    /** Of a record in a list. */
    public static OffsetDateTime listed(Instant changedAt, Instant readAt) {
        return at(changedAt, micros(changedAt, readAt));
    }

    /** Of a record read by itself: it tells more than a list does, so a list never replaces it if it has not changed. */
    public static OffsetDateTime detailed(Instant changedAt, Instant readAt) {
        long micros = micros(changedAt, readAt);
        return at(changedAt, micros == MOST_MICROS ? MOST_MICROS + 1 : micros);
    }

    private static long micros(Instant changedAt, Instant readAt) {
        Duration since = Duration.between(changedAt.truncatedTo(ChronoUnit.SECONDS), readAt);
        if (since.isNegative()) {
            return 0;
        }
        return since.compareTo(SETTLED) >= 0
                ? MOST_MICROS
                : Math.min(MOST_MICROS - 1, since.toMillis() * MOST_MICROS / SETTLED.toMillis());
    }

    private static OffsetDateTime at(Instant changedAt, long micros) {
        return changedAt
                .truncatedTo(ChronoUnit.SECONDS)
                .plus(micros, ChronoUnit.MICROS)
                .atOffset(ZoneOffset.UTC);
    }
}
