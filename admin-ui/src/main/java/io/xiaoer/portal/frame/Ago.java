package io.xiaoer.portal.frame;

import com.vaadin.flow.component.Component;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** How long ago something was, as people say it. */
public final class Ago {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private Ago() {}

    public static String text(Component place, OffsetDateTime at, OffsetDateTime now, ZoneId zone) {
        long minutes = Duration.between(at, now).toMinutes();
        if (minutes < 2) {
            return place.getTranslation("ago.now");
        }
        return minutes < 60 ? place.getTranslation("ago.minutes", minutes) : time(at, zone);
    }

    public static String time(OffsetDateTime at, ZoneId zone) {
        return TIME.format(at.atZoneSameInstant(zone));
    }
}
