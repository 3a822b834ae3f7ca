package io.xiaoer.operations;

import io.xiaoer.operations.ShopSort.Order;
import io.xiaoer.operations.internal.HealthReads;
import io.xiaoer.shared.Figures;
import io.xiaoer.shared.Health.Halt;
import io.xiaoer.shared.Health.Platform;
import io.xiaoer.shared.Page;
import io.xiaoer.shared.Problem;
import io.xiaoer.tenancy.Permission;
import io.xiaoer.tenancy.Requires;
import io.xiaoer.tenancy.TenantId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** How the shops are doing, as far as figures tell. Nothing here can show what a shop or a shopper said. */
@Service
@Requires(Permission.OPERATE)
public class ShopHealths {

    /** How far back a trend goes, in days. */
    public static final int TREND_DAYS = 30;

    private final HealthReads reads;
    private final Clock clock;

    ShopHealths(HealthReads reads, Clock clock) {
        this.reads = reads;
        this.clock = clock;
    }

    /** A day in the shop's time zone. How long replies took is the mean of its hours, by their messages. */
    public record Day(LocalDate date, Figures figures) {}

    /**
     * A page of shops.
     *
     * @param search a part of the name, or a shop's id; null for all
     * @param group leaves out those that are not in it
     * @param cursor from the page before; null for the first page
     */
    public Page<ShopHealth> list(
            @Nullable String search, ShopGroup group, Order order, @Nullable String cursor, int limit) {
        int offset = Page.afterNumber(cursor, 0);
        if (offset < 0) {
            throw Problem.invalid("cursor", "must be a nextCursor from an earlier page");
        }
        List<ShopHealth> oneMore = reads.list(search, group, order, offset, limit + 1);
        return Page.of(oneMore, limit, last -> Integer.toString(offset + limit));
    }

    /** Some of the shops, for a list that fetches what it shows. */
    public List<ShopHealth> range(@Nullable String search, ShopGroup group, Order order, int offset, int limit) {
        return reads.list(search, group, order, offset, limit);
    }

    /** How many shops a search finds. */
    public int count(@Nullable String search, ShopGroup group) {
        return reads.count(search, group);
    }

    /** When and why the shop's bots were taken back by themselves in the last 30 days, newest first. */
    public List<Halt> halts(TenantId shop) {
        return reads.halts(shop);
    }

    /** One for each platform that any shop is connected to. */
    public List<PlatformHealth> platforms() {
        return reads.platforms();
    }

    /** The platforms that the shop is connected to. */
    public List<Platform> platforms(TenantId shop) {
        return reads.platforms(shop);
    }

    public Totals totals() {
        return reads.totals();
    }

    /** @throws Problem if there is no such shop */
    public ShopHealth get(TenantId shop) {
        return reads.find(shop).orElseThrow(() -> Problem.notFound("shop"));
    }

    /** The last {@value #TREND_DAYS} days in order, today and quiet ones too. */
    public List<Day> trend(ShopHealth shop) {
        LocalDate today = LocalDate.now(clock.withZone(shop.timeZone()));
        LocalDate first = today.minusDays(TREND_DAYS - 1L);
        Map<LocalDate, Figures> days = reads.days(shop.id(), shop.timeZone(), first);
        return first.datesUntil(today.plusDays(1))
                .map(date -> new Day(date, days.getOrDefault(date, Figures.NOTHING)))
                .toList();
    }
}
