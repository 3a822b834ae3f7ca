package io.xiaoer.operations.internal;

import io.xiaoer.shared.HealthProbe.Span;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Hours and days as they are where a shop is. */
public final class Hours {

    private Hours() {}

    /** From midnight there until now. */
    public static Span today(Instant now, ZoneId zone) {
        return new Span(now.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant(), now);
    }

    /** Every hour from the one {@code since} lies in to the one it is now, in order. */
    public static List<Span> since(Instant since, Instant now, ZoneId zone) {
        List<Span> hours = new ArrayList<>();
        ZonedDateTime hour = since.atZone(zone).truncatedTo(ChronoUnit.HOURS);
        while (!hour.toInstant().isAfter(now)) {
            ZonedDateTime next = hour.plusHours(1);
            hours.add(new Span(hour.toInstant(), next.toInstant()));
            hour = next;
        }
        return hours;
    }
}
