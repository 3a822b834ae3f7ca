package io.xiaoer.rules;

import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/** How soon a paid order leaves the shop; payments after the cut-off count as the next day's. */
public record Dispatch(int withinHours, @Nullable LocalTime cutOff) implements RuleParams {

    public ZonedDateTime dueBy(OffsetDateTime paidAt, ZoneId zone) {
        ZonedDateTime paid = paidAt.atZoneSameInstant(zone);
        boolean tooLateToday = cutOff != null && paid.toLocalTime().isAfter(cutOff);
        ZonedDateTime counted = tooLateToday ? paid.toLocalDate().plusDays(1).atStartOfDay(zone) : paid;
        return counted.plusHours(withinHours);
    }
}
