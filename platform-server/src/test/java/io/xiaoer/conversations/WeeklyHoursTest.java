package io.xiaoer.conversations;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.xiaoer.conversations.WeeklyHours.Span;
import io.xiaoer.conversations.internal.HandoverTexts;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When people are there, and how that is said; 1 June 2026 is a Monday. */
class WeeklyHoursTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final WeeklyHours WORKDAYS =
            days(List.of(MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, FRIDAY), "09:00", "18:00");

    @Test
    void areToTheMinute() {
        assertThat(WORKDAYS.isOpen(at("2026-06-01T08:59:59"))).isFalse();
        assertThat(WORKDAYS.isOpen(at("2026-06-01T09:00:00"))).isTrue();
        assertThat(WORKDAYS.isOpen(at("2026-06-01T17:59:59"))).isTrue();
        assertThat(WORKDAYS.isOpen(at("2026-06-01T18:00:00"))).isFalse();
        assertThat(WORKDAYS.isOpen(at("2026-06-06T12:00:00"))).isFalse();
    }

    @Test
    void sayWhenPeopleComeBack() {
        assertThat(WORKDAYS.opensAt(at("2026-06-01T12:00:00"))).isEmpty();
        assertThat(WORKDAYS.opensAt(at("2026-06-01T07:00:00"))).hasValue(at("2026-06-01T09:00:00"));
        assertThat(WORKDAYS.opensAt(at("2026-06-01T20:00:00"))).hasValue(at("2026-06-02T09:00:00"));
        assertThat(WORKDAYS.opensAt(at("2026-06-05T18:00:00"))).hasValue(at("2026-06-08T09:00:00"));
    }

    @Test
    void mayPassMidnightAndTheEndOfTheWeek() {
        WeeklyHours late = days(List.of(SATURDAY, SUNDAY), "18:00", "02:00");
        assertThat(late.isOpen(at("2026-06-07T01:59:00"))).isTrue();
        assertThat(late.isOpen(at("2026-06-08T01:59:00"))).isTrue();
        assertThat(late.isOpen(at("2026-06-08T02:00:00"))).isFalse();
        assertThat(late.isOpen(at("2026-06-06T17:59:00"))).isFalse();
        WeeklyHours untilMidnight = days(List.of(MONDAY), "09:00", "00:00");
        assertThat(untilMidnight.isOpen(at("2026-06-01T23:59:59"))).isTrue();
        assertThat(untilMidnight.isOpen(at("2026-06-02T00:00:00"))).isFalse();
    }

    @Test
    void areAlwaysWhereNoneAreSet() {
        assertThat(WeeklyHours.ALWAYS.isOpen(at("2026-06-07T03:00:00"))).isTrue();
    }

    @Test
    void mayComeBackOnTheSameDayOfTheNextWeekOnly() {
        WeeklyHours once = days(List.of(MONDAY), "09:00", "10:00");
        assertThat(once.opensAt(at("2026-06-01T10:00:00"))).hasValue(at("2026-06-08T09:00:00"));
    }

    @Test
    void areSaidInShort() {
        HandoverTexts chinese = new HandoverTexts("zh-CN");
        assertThat(chinese.hours(WORKDAYS)).isEqualTo("客服时间：周一至周五 09:00–18:00");
        assertThat(chinese.hours(days(List.of(DayOfWeek.values()), "09:00", "00:00")))
                .isEqualTo("客服时间：每天 09:00–24:00");
        assertThat(new HandoverTexts("en").hours(WORKDAYS)).isEqualTo("Our hours: Mon–Fri 09:00–18:00");
    }

    @Test
    void tellAShopperWhenToExpectSomebody() {
        HandoverTexts chinese = new HandoverTexts("zh-CN");
        assertThat(chinese.away(at("2026-06-01T20:00:00"), at("2026-06-02T09:00:00"), null))
                .isEqualTo("现在是客服的休息时间，明天 09:00 回来。您可以先把问题留在这里，客服回来后会按顺序回复。");
        assertThat(chinese.away(at("2026-06-05T18:00:00"), at("2026-06-08T09:00:00"), "急事请打电话。"))
                .isEqualTo("现在是客服的休息时间，周一 09:00 回来。急事请打电话。");
        assertThat(chinese.away(at("2026-06-01T10:00:00"), at("2026-06-08T09:00:00"), null))
                .contains("下周一 09:00");
        assertThat(new HandoverTexts("en").away(at("2026-06-01T07:00:00"), at("2026-06-01T09:00:00"), null))
                .contains("back today at 09:00");
    }

    private static WeeklyHours days(List<DayOfWeek> days, String from, String to) {
        return new WeeklyHours(days.stream()
                .map(day -> new Span(day, LocalTime.parse(from), LocalTime.parse(to)))
                .toList());
    }

    private static ZonedDateTime at(String time) {
        return ZonedDateTime.parse(time + "+08:00[Asia/Shanghai]").withZoneSameInstant(SHANGHAI);
    }
}
