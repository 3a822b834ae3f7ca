package io.xiaoer.insights;

import io.xiaoer.shared.Problem;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Days of a shop's time zone, the first and the last included. */
public record Period(LocalDate from, LocalDate to) {

    /** The longest time of which there is a report. */
    public static final int MOST_DAYS = 92;

    private static final int WEEK = 7;

    /** @throws Problem if it ends before it begins, or is longer than {@link #MOST_DAYS} */
    public Period {
        if (to.isBefore(from)) {
            throw Problem.invalid("to", "must not be before from");
        }
        if (ChronoUnit.DAYS.between(from, to) >= MOST_DAYS) {
            throw Problem.invalid("from", "must be at most " + MOST_DAYS + " days before to, both days included");
        }
    }

    /** What is not said is a week, the last one. */
    public static Period of(@Nullable LocalDate from, @Nullable LocalDate to, LocalDate today) {
        if (from == null) {
            return last(WEEK, to == null ? today : to);
        }
        return new Period(from, to == null ? today : to);
    }

    /** As many days as that, {@code to} being the last. */
    public static Period last(int days, LocalDate to) {
        return new Period(to.minusDays(days - 1L), to);
    }

    public static Period of(LocalDate day) {
        return new Period(day, day);
    }

    public int days() {
        return (int) ChronoUnit.DAYS.between(from, to) + 1;
    }

    /** As many days just before. */
    public Period before() {
        return new Period(from.minusDays(days()), from.minusDays(1));
    }

    public OffsetDateTime begin(ZoneId zone) {
        return from.atStartOfDay(zone).toOffsetDateTime();
    }

    /** Exclusive. */
    public OffsetDateTime end(ZoneId zone) {
        return to.plusDays(1).atStartOfDay(zone).toOffsetDateTime();
    }
}
