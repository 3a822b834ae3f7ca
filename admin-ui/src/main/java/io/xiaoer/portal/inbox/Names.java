package io.xiaoer.portal.inbox;

import com.vaadin.flow.component.Component;
import io.xiaoer.conversations.Agent;
import io.xiaoer.conversations.DeskLine;
import io.xiaoer.conversations.Mode;
import io.xiaoer.rollout.ShopperRef;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What people, modes and times are called in the inbox. */
final class Names {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM-dd");
    private static final int SHORT = 6;

    private Names() {}

    /** The shopper's name, or what tells one from others. */
    static String of(Component place, DeskLine line) {
        String name = line.name();
        if (name != null && !name.isBlank()) {
            return name;
        }
        ShopperRef shopper = line.shopper();
        return shopper.kind() == ShopperRef.Kind.CUSTOMER
                ? place.getTranslation("inbox.customer", shopper.id())
                : place.getTranslation(
                        "inbox.visitor",
                        shopper.id().substring(Math.max(0, shopper.id().length() - SHORT)));
    }

    static String key(Mode mode) {
        return mode.name().toLowerCase(Locale.ROOT);
    }

    /** How a conversation stands, and with whom. */
    static String mode(Component place, DeskLine line) {
        Agent agent = line.agent();
        return line.mode() == Mode.PERSON && agent != null
                ? place.getTranslation("inbox.mode.person.of", agent.name())
                : place.getTranslation("inbox.mode." + key(line.mode()));
    }

    static String waiting(Component place, OffsetDateTime since, OffsetDateTime now) {
        long minutes = Math.max(0, Duration.between(since, now).toMinutes());
        if (minutes < 1) {
            return place.getTranslation("inbox.waits.now");
        }
        return minutes < 60
                ? place.getTranslation("inbox.waits.minutes", minutes)
                : place.getTranslation("inbox.waits.hours", minutes / 60);
    }

    /** The time of today, the day of another. */
    static String when(Component place, OffsetDateTime at, OffsetDateTime now, ZoneId zone) {
        var local = at.atZoneSameInstant(zone);
        if (local.toLocalDate().equals(now.atZoneSameInstant(zone).toLocalDate())) {
            return TIME.format(local);
        }
        return local.toLocalDate()
                        .equals(now.atZoneSameInstant(zone).toLocalDate().minusDays(1))
                ? place.getTranslation("inbox.yesterday")
                : DAY.format(local);
    }

    static String time(OffsetDateTime at, ZoneId zone) {
        return TIME.format(at.atZoneSameInstant(zone));
    }
}
