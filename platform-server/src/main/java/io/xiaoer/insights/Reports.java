package io.xiaoer.insights;

import io.xiaoer.bots.BotId;
import io.xiaoer.insights.Report.DayShares;
import io.xiaoer.insights.Report.Trial;
import io.xiaoer.insights.internal.OutcomeLine;
import io.xiaoer.insights.internal.ReportRows;
import io.xiaoer.insights.internal.ReportRows.By;
import io.xiaoer.insights.internal.ReportRows.Time;
import io.xiaoer.insights.internal.ReportRows.Typed;
import io.xiaoer.insights.internal.ReportTurns;
import io.xiaoer.insights.internal.ShareRows;
import io.xiaoer.releases.ReleaseRef;
import io.xiaoer.releases.ReleasedEntry;
import io.xiaoer.releases.Releases;
import io.xiaoer.rollout.Rollout;
import io.xiaoer.rollout.Rollouts;
import io.xiaoer.shared.Problem.Code;
import io.xiaoer.tenancy.Permission;
import io.xiaoer.tenancy.Requires;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import io.xiaoer.tenants.Shops;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * What the bound shop's owners look back at: counted from outcomes when it is asked for, in days and hours of the shop's time zone. A node counts
 * for a few at a time; who has to wait long is told to come back ({@link Code#UNAVAILABLE}).
 */
@Service
@Requires(Permission.VIEW)
public class Reports {

    /** What was typed less often hardly grows. */
    private static final int FEWEST = 3;

    private final ShareRows shares;
    private final ReportRows rows;
    private final ReportTurns turns;
    private final OutcomeLine line;
    private final Rollouts rollouts;
    private final Releases releases;
    private final Shops shops;
    private final Clock clock;

    Reports(
            ShareRows shares,
            ReportRows rows,
            ReportTurns turns,
            OutcomeLine line,
            Rollouts rollouts,
            Releases releases,
            Shops shops,
            Clock clock) {
        this.shares = shares;
        this.rows = rows;
        this.turns = turns;
        this.line = line;
        this.rollouts = rollouts;
        this.releases = releases;
        this.shops = shops;
        this.clock = clock;
    }

    /** The days that are meant, today's date being the shop's. What is not said is the last week. */
    public Period period(@Nullable LocalDate from, @Nullable LocalDate to) {
        return Period.of(from, to, LocalDate.now(clock.withZone(zone())));
    }

    public Report of(BotId bot, Period period) {
        TenantId tenant = TenantScope.required();
        line.settle(tenant);
        ZoneId zone = zone();
        return turns.take(() -> {
            Rollout rollout = rollouts.get(bot);
            Map<LocalDate, Shares> days = shares.daily(tenant, bot, period.begin(zone), period.end(zone), zone);
            Period before = period.before();
            return new Report(
                    period,
                    shares.count(tenant, bot, everybody(period, zone)),
                    shares.count(tenant, bot, everybody(before, zone)),
                    rows.instant(tenant, bot, time(period, zone)),
                    rows.instant(tenant, bot, time(before, zone)),
                    period.from()
                            .datesUntil(period.to().plusDays(1))
                            .map(date -> new DayShares(date, days.getOrDefault(date, Shares.NOTHING)))
                            .toList(),
                    trial(tenant, rollout, period, zone));
        });
    }

    private @Nullable Trial trial(TenantId tenant, Rollout rollout, Period period, ZoneId zone) {
        int pilot = rollout.pilot().number();
        if (pilot == 0) {
            return null;
        }
        Shares members =
                shares.count(tenant, rollout.bot(), Slice.members(pilot, period.begin(zone), period.end(zone)));
        return members.conversations() == 0
                ? null
                : new Trial(
                        pilot,
                        members,
                        shares.count(tenant, rollout.bot(), Slice.rest(pilot, period.begin(zone), period.end(zone))));
    }

    /** When each entry's questions came, the most asked first; what came to no entry is one line of its own. */
    public List<EntryHours> hours(BotId bot, Period period) {
        TenantId tenant = TenantScope.required();
        line.settle(tenant);
        ZoneId zone = zone();
        return turns.take(() -> rows.hours(tenant, bot, time(period, zone), zone)).stream()
                .sorted(Comparator.comparingInt(EntryHours::questions)
                        .reversed()
                        .thenComparing(EntryHours::entryKey, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }

    /** What is asked more often than in as many days just before, by how much more. */
    public List<GrowingQuestion> growing(BotId bot, Period period, int limit) {
        TenantId tenant = TenantScope.required();
        line.settle(tenant);
        ZoneId zone = zone();
        Time time = time(period, zone);
        return turns.take(() -> {
            List<Typed> grown = rows.growing(tenant, bot, time(period.before(), zone), time, FEWEST);
            Map<String, By> by =
                    rows.by(tenant, bot, time, grown.stream().map(Typed::text).toList());
            return grown.stream()
                    .filter(typed -> by.containsKey(typed.text()))
                    .limit(limit)
                    .map(typed -> growing(typed, Objects.requireNonNull(by.get(typed.text()))))
                    .toList();
        });
    }

    private static GrowingQuestion growing(Typed typed, By by) {
        return new GrowingQuestion(typed.text(), typed.count(), typed.before(), by.shoppers(), by.entryKey());
    }

    /**
     * The live release's entries that nothing came to, though they could have answered.
     *
     * @param hours of the period
     */
    public List<UnusedEntry> unused(BotId bot, Period period, List<EntryHours> hours) {
        ZoneId zone = zone();
        Set<String> used = hours.stream()
                .map(EntryHours::entryKey)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return releases.content(bot, ReleaseRef.of(rollouts.get(bot).liveRelease())).entries().stream()
                .filter(entry -> !used.contains(entry.key()))
                .filter(entry -> couldAnswer(
                        entry, period.begin(zone).toInstant(), period.end(zone).toInstant()))
                .map(entry -> new UnusedEntry(entry.key(), entry.question()))
                .toList();
    }

    private static boolean couldAnswer(ReleasedEntry entry, Instant from, Instant to) {
        Instant first = entry.validFrom();
        Instant end = entry.validTo();
        return (first == null || first.isBefore(to)) && (end == null || end.isAfter(from));
    }

    private static Slice everybody(Period period, ZoneId zone) {
        return new Slice(null, false, null, period.begin(zone), period.end(zone));
    }

    private static Time time(Period period, ZoneId zone) {
        return new Time(period.begin(zone), period.end(zone));
    }

    private ZoneId zone() {
        return shops.current().timeZone();
    }
}
