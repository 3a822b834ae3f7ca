package io.xiaoer.conversations;

import io.xiaoer.bots.BotId;
import io.xiaoer.conversations.internal.BeaconRows;
import io.xiaoer.tenancy.OpenToAll;
import io.xiaoer.tenancy.Permission;
import io.xiaoer.tenancy.Requires;
import io.xiaoer.tenancy.TenantScope;
import io.xiaoer.tenants.Shops;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the widgets of the bound shop tell of themselves: errors that nobody caught, and replies that shoppers waited long for. Kept for
 * {@link #KEPT}; days are those of the shop's time zone.
 */
@Service
@Requires(Permission.VIEW)
public class Beacons {

    public static final Duration KEPT = Duration.ofDays(30);

    private static final int MOST_DAYS = (int) KEPT.toDays();

    private final BeaconRows rows;
    private final Shops shops;
    private final Clock clock;

    Beacons(BeaconRows rows, Shops shops, Clock clock) {
        this.rows = rows;
        this.shops = shops;
        this.clock = clock;
    }

    /** How much came on a day. */
    public record Day(LocalDate date, int errors, int slowReplies) {}

    /**
     * Errors that are alike.
     *
     * @param browsers some of those in which they happened
     * @param versions some of the widget's versions in which they happened
     */
    public record ErrorGroup(
            @Nullable String message,
            @Nullable String stack,
            int count,
            OffsetDateTime first,
            OffsetDateTime last,
            List<String> browsers,
            List<String> versions) {}

    /**
     * The slow replies on one kind of page.
     *
     * @param pageKind null where nobody said
     * @param p95Millis only one in twenty of them was slower; milliseconds as the shopper felt them
     */
    public record Slowness(@Nullable String pageKind, int count, double p95Millis) {}

    @Transactional
    @OpenToAll("widgets tell it before anybody is known")
    public void add(BotId bot, Beacon beacon) {
        rows.insert(TenantScope.required(), bot, beacon, OffsetDateTime.now(clock));
    }

    /** The last days, oldest first, today included; also those on which nothing came. */
    @Transactional(readOnly = true)
    public List<Day> days(BotId bot, int days) {
        ZoneId zone = shops.current().timeZone();
        LocalDate first = first(zone, days);
        Map<LocalDate, Day> counted = rows.days(TenantScope.required(), bot, begin(first, zone), zone);
        return IntStream.range(0, days)
                .mapToObj(first::plusDays)
                .map(date -> counted.getOrDefault(date, new Day(date, 0, 0)))
                .toList();
    }

    /** The errors of the last days, alike ones together, those first that happened last. */
    @Transactional(readOnly = true)
    public List<ErrorGroup> errors(BotId bot, int days, int limit) {
        ZoneId zone = shops.current().timeZone();
        return rows.errors(TenantScope.required(), bot, begin(first(zone, days), zone), limit);
    }

    /** The slow replies of the last days, by kind of page, most of them first. */
    @Transactional(readOnly = true)
    public List<Slowness> slowness(BotId bot, int days) {
        ZoneId zone = shops.current().timeZone();
        return rows.slowness(TenantScope.required(), bot, begin(first(zone, days), zone));
    }

    private LocalDate first(ZoneId zone, int days) {
        if (days < 1 || days > MOST_DAYS) {
            throw new IllegalArgumentException("between 1 and " + MOST_DAYS + " days");
        }
        return LocalDate.now(clock.withZone(zone)).minusDays(days - 1L);
    }

    private static OffsetDateTime begin(LocalDate first, ZoneId zone) {
        return first.atStartOfDay(zone).toOffsetDateTime();
    }
}
