package io.xiaoer.portal.rules;

import io.xiaoer.rules.RuleCalendar.Lane;
import io.xiaoer.rules.RuleCalendar.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** A stretch of time around now on which whole months can be seen, long enough for what is planned. */
record Timeline(Instant from, Instant to, ZoneId zone) {

    private static final Duration BEFORE = Duration.ofDays(30);
    private static final Duration AFTER = Duration.ofDays(60);
    private static final Duration FARTHEST = Duration.ofDays(365);
    private static final int MOST_MONTHS = 13;

    /** @param at from 0 at the left to 1 at the right */
    record Month(String text, double at) {}

    static Timeline around(Instant now, ZoneId zone, List<Lane> lanes) {
        Instant last = lanes.stream()
                .flatMap(lane -> lane.spans().stream())
                .flatMap(span -> Stream.of(span.from(), span.to()).filter(Objects::nonNull))
                .filter(at -> at.isBefore(now.plus(FARTHEST)))
                .max(Comparator.naturalOrder())
                .orElse(now);
        Instant end = last.plus(Duration.ofDays(14));
        return new Timeline(
                now.minus(BEFORE).atZone(zone).toLocalDate().atStartOfDay(zone).toInstant(),
                end.isAfter(now.plus(AFTER)) ? end : now.plus(AFTER),
                zone);
    }

    /** From 0 at the left to 1 at the right; what lies beyond an end stands at it. */
    double position(Instant at) {
        double part = (double) Duration.between(from, at).toMinutes()
                / Math.max(1, Duration.between(from, to).toMinutes());
        return Math.clamp(part, 0, 1);
    }

    boolean shows(Span span) {
        Instant end = span.to();
        return span.from().isBefore(to) && (end == null || end.isAfter(from));
    }

    /** The first days of months. */
    List<Month> months() {
        List<Month> months = new ArrayList<>();
        YearMonth month = YearMonth.from(from.atZone(zone)).plusMonths(1);
        while (months.size() < MOST_MONTHS) {
            Instant first = month.atDay(1).atStartOfDay(zone).toInstant();
            if (!first.isBefore(to)) {
                break;
            }
            months.add(new Month(month.toString(), position(first)));
            month = month.plusMonths(1);
        }
        return months;
    }
}
