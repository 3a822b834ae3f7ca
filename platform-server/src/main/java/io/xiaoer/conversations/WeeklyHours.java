package io.xiaoer.conversations;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * When people are at the desk, week after week, on the shop's clock.
 *
 * @param spans none at all means always
 */
public record WeeklyHours(List<Span> spans) {

    private static final int DAYS = 8;

    public static final WeeklyHours ALWAYS = new WeeklyHours(List.of());

    /**
     * Some time of one day of the week.
     *
     * @param to exclusive; not after {@code from} means the next day, so that midnight is the end of the day
     */
    public record Span(DayOfWeek day, LocalTime from, LocalTime to) {

        private ZonedDateTime begin(ZonedDateTime date) {
            return date.with(from);
        }

        private ZonedDateTime end(ZonedDateTime date) {
            return to.isAfter(from) ? date.with(to) : date.plusDays(1).with(to);
        }
    }

    public WeeklyHours {
        spans = spans.stream()
                .sorted(Comparator.comparing(Span::day).thenComparing(Span::from))
                .toList();
    }

    public boolean isOpen(ZonedDateTime now) {
        return spans.isEmpty() || spans.stream().anyMatch(span -> isIn(span, now) || isIn(span, now.minusDays(1), now));
    }

    /** When people are there next; empty if they are now. */
    public Optional<ZonedDateTime> opensAt(ZonedDateTime now) {
        if (isOpen(now)) {
            return Optional.empty();
        }
        for (int ahead = 0; ahead < DAYS; ahead++) {
            ZonedDateTime date = now.plusDays(ahead);
            Optional<ZonedDateTime> next = spans.stream()
                    .filter(span -> span.day() == date.getDayOfWeek())
                    .map(span -> span.begin(date))
                    .filter(begin -> begin.isAfter(now))
                    .min(Comparator.naturalOrder());
            if (next.isPresent()) {
                return next;
            }
        }
        return Optional.empty();
    }

    private static boolean isIn(Span span, ZonedDateTime now) {
        return isIn(span, now, now);
    }

    private static boolean isIn(Span span, ZonedDateTime date, ZonedDateTime now) {
        return span.day() == date.getDayOfWeek() && !now.isBefore(span.begin(date)) && now.isBefore(span.end(date));
    }
}
