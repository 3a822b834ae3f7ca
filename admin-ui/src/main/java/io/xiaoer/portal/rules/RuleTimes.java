package io.xiaoer.portal.rules;

import com.vaadin.flow.component.Component;
import io.xiaoer.rules.Rule;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Times of rules as people say them: a day alone where it begins at midnight. */
final class RuleTimes {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private RuleTimes() {}

    static String of(Instant at, ZoneId zone) {
        ZonedDateTime local = at.atZone(zone);
        return (local.toLocalTime().equals(LocalTime.MIDNIGHT) ? DAY : MINUTE).format(local);
    }

    static String minute(OffsetDateTime at, ZoneId zone) {
        return MINUTE.format(at.atZoneSameInstant(zone));
    }

    /** From when until when a version may hold. */
    static String validity(Component page, Rule rule, ZoneId zone) {
        return validity(page, rule.validFrom(), rule.validTo(), zone);
    }

    static String validity(Component page, @Nullable OffsetDateTime from, @Nullable OffsetDateTime to, ZoneId zone) {
        if (from == null) {
            return to == null
                    ? page.getTranslation("rules.validity.always")
                    : page.getTranslation("rules.validity.to", of(to.toInstant(), zone));
        }
        return to == null
                ? page.getTranslation("rules.validity.from", of(from.toInstant(), zone))
                : page.getTranslation("rules.validity.between", of(from.toInstant(), zone), of(to.toInstant(), zone));
    }
}
