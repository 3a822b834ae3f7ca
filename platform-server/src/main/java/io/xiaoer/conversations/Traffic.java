package io.xiaoer.conversations;

import io.xiaoer.bots.Bot;
import io.xiaoer.bots.BotId;
import io.xiaoer.bots.Bots;
import io.xiaoer.conversations.internal.TrafficRows;
import io.xiaoer.conversations.internal.TrafficRows.Asked;
import io.xiaoer.conversations.internal.TrafficRows.Period;
import io.xiaoer.tenancy.Permission;
import io.xiaoer.tenancy.Requires;
import io.xiaoer.tenancy.TenantScope;
import io.xiaoer.tenants.Shops;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What happened in the bound shop's conversations, as numbers. Days and hours are those of the shop's time zone; a day
 * is as long as it is there. Each method asks the database one question, whatever the length of the time.
 */
@Service
@Requires(Permission.VIEW)
public class Traffic {

    /** The longest time that may be counted at once, in days. */
    public static final int MAX_DAYS = 400;

    private static final int HOURS = 24;
    private static final int DAYS_IN_WEEK = 7;

    private final TrafficRows rows;
    private final Bots bots;
    private final Shops shops;
    private final Clock clock;

    Traffic(TrafficRows rows, Bots bots, Shops shops, Clock clock) {
        this.rows = rows;
        this.bots = bots;
        this.shops = shops;
        this.clock = clock;
    }

    /** One day's numbers. */
    public record Day(LocalDate date, Tally tally) {}

    /**
     * Today until now beside what there was until the same time on other days.
     *
     * @param lastWeek the same day of the week
     */
    public record Today(LocalDate date, Tally now, Tally yesterday, Tally lastWeek) {}

    /** What a bot's owners look at first. */
    public record Board(Today today, List<Day> days, List<Tally> hoursOfDay) {}

    /**
     * Today, each of the last days and what happened at each hour in them, all at once.
     *
     * @param days how many, today included
     */
    @Transactional(readOnly = true)
    public Board board(BotId bot, int days) {
        ZonedDateTime now = clock.instant().atZone(zone());
        LocalDate from = now.toLocalDate().minusDays(days - 1L);
        requireRange(from, now.toLocalDate());
        Slots slots = new Slots(now.getZone());
        List<Integer> today = slots.untilTime(now);
        List<Integer> each = slots.days(from, now.toLocalDate());
        List<Integer> hours = slots.hoursOfDay(from, now.toLocalDate());
        Map<Integer, Tally> counted = rows.count(TenantScope.required(), List.of(bot), slots.periods);
        return new Board(
                today(now, tallies(counted, today)), days(from, tallies(counted, each)), tallies(counted, hours));
    }

    /** Today in the shop's time zone. */
    @Transactional(readOnly = true)
    public LocalDate date() {
        return LocalDate.now(clock.withZone(zone()));
    }

    @Transactional(readOnly = true)
    public Today today(BotId bot) {
        return today(List.of(bot));
    }

    /** Of all the shop's bots together. */
    @Transactional(readOnly = true)
    public Today today() {
        return today(allBots());
    }

    /**
     * Each day in order, quiet ones too.
     *
     * @param to the last day
     */
    @Transactional(readOnly = true)
    public List<Day> days(BotId bot, LocalDate from, LocalDate to) {
        return days(List.of(bot), from, to);
    }

    /** Each day of all the shop's bots together. */
    @Transactional(readOnly = true)
    public List<Day> days(LocalDate from, LocalDate to) {
        return days(allBots(), from, to);
    }

    /**
     * What happened at each hour of the day, in all the days together: 24 of them, from midnight on.
     *
     * @param to the last day
     */
    @Transactional(readOnly = true)
    public List<Tally> hoursOfDay(BotId bot, LocalDate from, LocalDate to) {
        requireRange(from, to);
        Slots slots = new Slots(zone());
        List<Integer> hours = slots.hoursOfDay(from, to);
        return tallies(rows.count(TenantScope.required(), List.of(bot), slots.periods), hours);
    }

    /** Which entries the bot replied with, most often first. */
    @Transactional(readOnly = true)
    public List<EntryHits> hits(BotId bot, Instant since) {
        return rows.hits(TenantScope.required(), bot, since);
    }

    /**
     * What the bot did not know, most often asked first, of its newest {@value TrafficRows#NEWEST} such replies.
     *
     * @return texts without phone numbers, order numbers, addresses and the like
     */
    @Transactional(readOnly = true)
    public List<UnansweredQuestion> unanswered(BotId bot, Instant since, int limit) {
        Map<String, UnansweredQuestion> alike = new LinkedHashMap<>();
        for (Asked asked : rows.unanswered(TenantScope.required(), bot, since)) {
            String text = Redaction.of(asked.text()).strip();
            String letters = text.codePoints()
                    .filter(Character::isLetterOrDigit)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            if (!letters.isEmpty()) {
                alike.merge(letters, new UnansweredQuestion(text, asked.count(), asked.last()), Traffic::together);
            }
        }
        return alike.values().stream()
                .sorted(Comparator.comparingInt(UnansweredQuestion::count)
                        .thenComparing(UnansweredQuestion::last)
                        .reversed())
                .limit(limit)
                .toList();
    }

    private static UnansweredQuestion together(UnansweredQuestion one, UnansweredQuestion other) {
        UnansweredQuestion later = one.last().isBefore(other.last()) ? other : one;
        return new UnansweredQuestion(later.text(), one.count() + other.count(), later.last());
    }

    private Today today(List<BotId> of) {
        ZonedDateTime now = clock.instant().atZone(zone());
        Slots slots = new Slots(now.getZone());
        List<Integer> today = slots.untilTime(now);
        return today(now, tallies(rows.count(TenantScope.required(), of, slots.periods), today));
    }

    private static Today today(ZonedDateTime now, List<Tally> tallies) {
        return new Today(now.toLocalDate(), tallies.get(0), tallies.get(1), tallies.get(2));
    }

    private List<Day> days(List<BotId> of, LocalDate from, LocalDate to) {
        requireRange(from, to);
        Slots slots = new Slots(zone());
        List<Integer> days = slots.days(from, to);
        return days(from, tallies(rows.count(TenantScope.required(), of, slots.periods), days));
    }

    private static List<Day> days(LocalDate from, List<Tally> tallies) {
        return IntStream.range(0, tallies.size())
                .mapToObj(i -> new Day(from.plusDays(i), tallies.get(i)))
                .toList();
    }

    private static List<Tally> tallies(Map<Integer, Tally> counted, List<Integer> slots) {
        return slots.stream()
                .map(slot -> counted.getOrDefault(slot, Tally.NOTHING))
                .toList();
    }

    /** Collects the periods of one question to the database. */
    private static final class Slots {

        private final ZoneId zone;
        private final List<Period> periods = new ArrayList<>();
        private int next;

        Slots(ZoneId zone) {
            this.zone = zone;
        }

        /** Today, yesterday and a week ago, each until the time that it is now. */
        List<Integer> untilTime(ZonedDateTime now) {
            return IntStream.of(0, 1, DAYS_IN_WEEK)
                    .mapToObj(daysAgo -> {
                        ZonedDateTime end = now.minusDays(daysAgo);
                        return add(next++, end.toLocalDate().atStartOfDay(zone), end);
                    })
                    .toList();
        }

        List<Integer> days(LocalDate from, LocalDate to) {
            return from.datesUntil(to.plusDays(1))
                    .map(date -> add(
                            next++, date.atStartOfDay(zone), date.plusDays(1).atStartOfDay(zone)))
                    .toList();
        }

        List<Integer> hoursOfDay(LocalDate from, LocalDate to) {
            int midnight = next;
            next += HOURS;
            Instant end = to.plusDays(1).atStartOfDay(zone).toInstant();
            ZonedDateTime hour = from.atStartOfDay(zone);
            // one hour after the other: where clocks are changed, an hour comes twice or not at all
            while (hour.toInstant().isBefore(end)) {
                ZonedDateTime later = hour.plusHours(1);
                add(midnight + hour.getHour(), hour, later);
                hour = later;
            }
            return IntStream.range(midnight, next).boxed().toList();
        }

        private int add(int slot, ZonedDateTime begin, ZonedDateTime end) {
            periods.add(new Period(slot, begin.toInstant(), end.toInstant()));
            return slot;
        }
    }

    private static void requireRange(LocalDate from, LocalDate to) {
        long days = ChronoUnit.DAYS.between(from, to) + 1;
        if (days < 1 || days > MAX_DAYS) {
            throw new IllegalArgumentException("from 1 to " + MAX_DAYS + " days can be counted, not " + days);
        }
    }

    private List<BotId> allBots() {
        return bots.all().stream().map(Bot::id).toList();
    }

    private ZoneId zone() {
        return shops.current().timeZone();
    }
}
