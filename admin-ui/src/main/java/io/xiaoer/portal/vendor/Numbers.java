package io.xiaoer.portal.vendor;

import com.vaadin.flow.component.Component;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** How numbers and times are written here. */
final class Numbers {

    static final String NONE = "–";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("MM-dd HH:mm");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd");
    private static final Duration RECENT = Duration.ofDays(300);
    private static final double MILLIS = 1000;

    private Numbers() {}

    static String count(int count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    static String share(OptionalDouble share) {
        return share.isPresent() ? Math.round(share.getAsDouble() * 100) + "%" : NONE;
    }

    static String duration(Component place, @Nullable Double millis) {
        if (millis == null) {
            return NONE;
        }
        return millis < MILLIS
                ? place.getTranslation("vendor.millis", Math.max(1, Math.round(millis)))
                : place.getTranslation("vendor.seconds", Math.round(millis / 100) / 10.0);
    }

    /** In the unit that says enough. */
    static String age(Component place, Instant since, Instant now) {
        Duration age = Duration.between(since, now);
        if (age.compareTo(Duration.ofHours(1)) < 0) {
            return place.getTranslation("vendor.minutes", Math.max(1, age.toMinutes()));
        }
        return age.compareTo(Duration.ofDays(2)) < 0
                ? place.getTranslation("vendor.hours", age.toHours())
                : place.getTranslation("vendor.days", age.toDays());
    }

    /** To the minute, unless it is so long ago that the year matters more. */
    static String shortTime(@Nullable Instant at, ZoneId zone) {
        if (at == null) {
            return NONE;
        }
        boolean recent = at.isAfter(Instant.now().minus(RECENT));
        return (recent ? SHORT : DAY).format(at.atZone(zone));
    }

    static String time(@Nullable Instant at, ZoneId zone) {
        return at == null ? NONE : TIME.format(at.atZone(zone));
    }
}
