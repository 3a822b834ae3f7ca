package io.xiaoer.conversations;

import io.xiaoer.bots.BotId;
import io.xiaoer.conversations.internal.BeaconRows;
import io.xiaoer.rollout.Admission.Admitted;
import io.xiaoer.rollout.Admissions;
import io.xiaoer.rollout.Arrival;
import io.xiaoer.rollout.ShopperRef;
import io.xiaoer.tenancy.OpenToAll;
import io.xiaoer.tenancy.Permission;
import io.xiaoer.tenancy.Requires;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import io.xiaoer.tenants.Shops;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** Nobody becomes a member by an error in their browser. */
    private static final Arrival NOT_NEW = new Arrival() {

        @Override
        public Optional<OffsetDateTime> registeredAt() {
            return Optional.empty();
        }

        @Override
        public Optional<OffsetDateTime> firstSeenAt() {
            return Optional.of(OffsetDateTime.MIN);
        }
    };

    private final BeaconRows rows;
    private final Admissions admissions;
    private final Shops shops;
    private final Clock clock;

    Beacons(BeaconRows rows, Admissions admissions, Shops shops, Clock clock) {
        this.rows = rows;
        this.admissions = admissions;
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

    /**
     * What came from the browsers of a pilot's members.
     *
     * @param errors by browser and page, most of them first
     */
    public record OfMembers(int slowReplies, List<BrowserErrors> errors) {

        public OfMembers {
            errors = List.copyOf(errors);
        }

        public int allErrors() {
            return errors.stream().mapToInt(BrowserErrors::count).sum();
        }
    }

    /**
     * The errors in one browser on one kind of page.
     *
     * @param pageKind null where nobody said
     */
    public record BrowserErrors(String browser, @Nullable String pageKind, int count, OffsetDateTime last) {}

    /** @param shopper in whose browser it happened; kept is only of which pilot they are a member */
    @Transactional
    @OpenToAll("on the shopper's way")
    public void add(BotId bot, ShopperRef shopper, Beacon beacon) {
        Integer pilot = admissions.foresee(bot, shopper, NOT_NEW) instanceof Admitted admitted && !admitted.staff()
                ? admitted.pilot()
                : null;
        rows.insert(TenantScope.required(), bot, pilot, beacon, OffsetDateTime.now(clock));
    }

    /** What the browsers of a pilot's members told since then; not longer ago than {@link #KEPT}. */
    @Transactional(readOnly = true)
    public OfMembers ofMembers(BotId bot, int pilot, OffsetDateTime since) {
        TenantId tenant = TenantScope.required();
        return new OfMembers(rows.slowReplies(tenant, bot, pilot, since), rows.browsers(tenant, bot, pilot, since));
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
