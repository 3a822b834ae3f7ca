package io.xiaoer.rules;

import io.xiaoer.rules.Decision.Allowed;
import io.xiaoer.rules.Decision.Reason;
import io.xiaoer.rules.Decision.Refused;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** How long after something happened a claim is in time. */
final class Window {
    private Window() {}

    /** Calendar days in the zone: day 1 is the day after {@code start}, the last day counts whole. */
    static ZonedDateTime ofDays(OffsetDateTime start, int days, ZoneId zone) {
        return start.atZoneSameInstant(zone).toLocalDate().plusDays(days + 1L).atStartOfDay(zone);
    }

    /** Hours to the second; the second in which the last of them ends is still in time. */
    static ZonedDateTime ofHours(OffsetDateTime start, int hours, ZoneId zone) {
        return start.atZoneSameInstant(zone)
                .truncatedTo(ChronoUnit.SECONDS)
                .plusHours(hours)
                .plusSeconds(1);
    }

    static Decision decide(ZonedDateTime until, Instant now) {
        return now.isBefore(until.toInstant()) ? new Allowed(until) : new Refused(Reason.TOO_LATE, until);
    }

    /** Whether it is known to have happened by then. */
    static boolean happened(@Nullable OffsetDateTime at, Instant now) {
        return at != null && !at.toInstant().isAfter(now);
    }
}
