package io.xiaoer.portal.clients;

import com.vaadin.flow.component.Component;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Times as the shop's people say them. */
record Times(Component place, ZoneId timeZone, Instant now) {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    String exact(OffsetDateTime time) {
        return MINUTE.format(time.atZoneSameInstant(timeZone));
    }

    /** How long ago something was, by the minute, the hour or the day; the day itself once that is long ago. */
    String ago(OffsetDateTime time) {
        Duration past = Duration.between(time.toInstant(), now);
        if (past.toMinutes() < 2) {
            return place.getTranslation("clients.ago.now");
        }
        if (past.toHours() < 1) {
            return place.getTranslation("clients.ago.minutes", String.valueOf(past.toMinutes()));
        }
        if (past.toDays() < 1) {
            return place.getTranslation("clients.ago.hours", String.valueOf(past.toHours()));
        }
        return past.toDays() < 30
                ? place.getTranslation("clients.ago.days", String.valueOf(past.toDays()))
                : exact(time);
    }
}
