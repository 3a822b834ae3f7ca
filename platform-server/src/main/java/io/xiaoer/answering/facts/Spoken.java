package io.xiaoer.answering.facts;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** Days and hours as people say them, in the shop's language and time zone. */
final class Spoken {

    private static final DateTimeFormatter DAY_EN = DateTimeFormatter.ofPattern("MMM d", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_YEAR_EN = DateTimeFormatter.ofPattern("MMM d, yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter TIME_EN = DateTimeFormatter.ofPattern("h:mm a", Locale.ENGLISH);

    private final ZoneId zone;
    private final LocalDate today;
    private final boolean english;

    Spoken(ZoneId zone, Instant now, boolean english) {
        this.zone = zone;
        this.today = now.atZone(zone).toLocalDate();
        this.english = english;
    }

    LocalDate today() {
        return today;
    }

    LocalDate date(OffsetDateTime at) {
        return at.atZoneSameInstant(zone).toLocalDate();
    }

    /** 「11月24日」; with the year if it is another. */
    String day(LocalDate date) {
        boolean thisYear = date.getYear() == today.getYear();
        if (english) {
            return date.format(thisYear ? DAY_EN : DAY_YEAR_EN);
        }
        String day = date.getMonthValue() + "月" + date.getDayOfMonth() + "日";
        return thisYear ? day : date.getYear() + "年" + day;
    }

    String day(OffsetDateTime at) {
        return day(date(at));
    }

    /** 「今天」, 「昨天」 or 「明天」 where it is so near; else the day. */
    String nearDay(LocalDate date) {
        return switch ((int) Math.clamp(ChronoUnit.DAYS.between(today, date), -3, 3)) {
            case 0 -> english ? "today" : "今天";
            case 1 -> english ? "tomorrow" : "明天";
            case 2 -> english ? day(date) : "后天";
            case -1 -> english ? "yesterday" : "昨天";
            default -> day(date);
        };
    }

    /** 「今天下午3点」. */
    String moment(OffsetDateTime at) {
        ZonedDateTime local = at.atZoneSameInstant(zone);
        String day = nearDay(local.toLocalDate());
        return english ? day + " at " + clock(local.toLocalTime()) : day + clock(local.toLocalTime());
    }

    String moment(ZonedDateTime at) {
        return moment(at.toOffsetDateTime());
    }

    /** 「今天下午3点前」; the end of a day is said as that day. */
    String before(OffsetDateTime at) {
        ZonedDateTime local = at.atZoneSameInstant(zone);
        if (local.toLocalTime().equals(LocalTime.MIDNIGHT)) {
            String day = nearDay(local.toLocalDate().minusDays(1));
            return english ? day : day + "内";
        }
        return english ? nearDay(local.toLocalDate()) + " before " + clock(local.toLocalTime()) : moment(at) + "前";
    }

    private String clock(LocalTime time) {
        if (english) {
            return time.format(TIME_EN);
        }
        int hour = time.getHour();
        String part =
                hour < 5 ? "凌晨" : hour < 9 ? "早上" : hour < 12 ? "上午" : hour == 12 ? "中午" : hour < 18 ? "下午" : "晚上";
        int twelve = hour > 12 ? hour - 12 : hour;
        return part + twelve + "点" + (time.getMinute() == 0 ? "" : time.getMinute() + "分");
    }

    /** 「满200减30、满300减50」. */
    String list(List<String> items) {
        return String.join(english ? ", " : "、", items);
    }
}
