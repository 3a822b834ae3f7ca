package io.xiaoer.answering.facts;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When something was bought or arrived, as shoppers say it: 「昨天买的」, 「上周收到的」, 「11月3号下的单」. */
final class TimeWords {

    /** What happened then. */
    enum Deed {
        BOUGHT,
        RECEIVED
    }

    /** Days, both included. */
    record When(LocalDate from, LocalDate to, Deed deed) {
        boolean covers(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    private static final String TIME =
            "(?<word>大前天|前天|昨天|昨晚|昨日|昨儿|今天|今早|今晚|今儿|这周|本周|这个?星期|上上周|上周|上个?星期|上个?礼拜|这个月|本月|上个?月|双11|双十一|618)"
                    + "|(?<ago>\\d{1,3}|[一二两三四五六七八九十])天(?:之|以)?前"
                    + "|(?<month>\\d{1,2})月(?<day>\\d{1,2})[日号]?"
                    + "|(?<only>\\d{1,2})[号日]";
    private static final Pattern CHINESE = Pattern.compile(
            "(?:" + TIME + ")(?<between>[^，。？！,?!]{0,6}?)(?<deed>买|下单|下的|下了|拍|订|定的|付|购|入手|抢|收|签收|到货|拿到|到的|到手|送到)");
    private static final Pattern ENGLISH = Pattern.compile(
            "\\b(?<word>today|yesterday|this week|last week|this month|last month)\\b|\\b(?<ago>\\d{1,3}) days? ago\\b");
    private static final Pattern ENGLISH_DEED = Pattern.compile(
            "\\b(?:(?<bought>bought|buy|ordered|order|purchased|placed|paid)|(?<received>received|got|arrived|delivered))\\b");
    private static final String DIGITS = "零一二三四五六七八九十";

    private TimeWords() {}

    static Optional<When> in(String message, LocalDate today) {
        Matcher chinese = CHINESE.matcher(message);
        if (chinese.find()) {
            Deed deed = "收签到拿送".indexOf(chinese.group("deed").charAt(0)) >= 0 ? Deed.RECEIVED : Deed.BOUGHT;
            return days(chinese, today).map(when -> new When(when.from, when.to, deed));
        }
        String lower = message.toLowerCase(java.util.Locale.ROOT);
        Matcher english = ENGLISH.matcher(lower);
        Matcher deed = ENGLISH_DEED.matcher(lower);
        if (english.find() && deed.find()) {
            Deed done = deed.group("received") == null ? Deed.BOUGHT : Deed.RECEIVED;
            String ago = english.group("ago");
            return Optional.of(
                            ago == null
                                    ? word(english.group("word"), today)
                                    : exactly(today.minusDays(Long.parseLong(ago))))
                    .map(when -> new When(when.from, when.to, done));
        }
        return Optional.empty();
    }

    private static Optional<When> days(Matcher found, LocalDate today) {
        if (found.group("word") != null) {
            return Optional.of(word(found.group("word"), today));
        }
        if (found.group("ago") != null) {
            return Optional.of(exactly(today.minusDays(number(found.group("ago")))));
        }
        try {
            if (found.group("month") != null) {
                LocalDate day = LocalDate.of(
                        today.getYear(), Integer.parseInt(found.group("month")), Integer.parseInt(found.group("day")));
                return Optional.of(exactly(day.isAfter(today) ? day.minusYears(1) : day));
            }
            LocalDate day = today.withDayOfMonth(Integer.parseInt(found.group("only")));
            return Optional.of(exactly(day.isAfter(today) ? day.minusMonths(1) : day));
        } catch (DateTimeException e) {
            return Optional.empty(); // 「99号」 is no day
        }
    }

    private static When word(String word, LocalDate today) {
        LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDate first = today.withDayOfMonth(1);
        return switch (word) {
            case "今天", "今早", "今晚", "今儿", "today" -> exactly(today);
            case "昨天", "昨晚", "昨日", "昨儿", "yesterday" -> exactly(today.minusDays(1));
            case "前天" -> exactly(today.minusDays(2));
            case "大前天" -> exactly(today.minusDays(3));
            case "这周", "本周", "这星期", "这个星期", "this week" -> between(monday, today);
            case "上上周" -> between(monday.minusWeeks(2), monday.minusWeeks(1).minusDays(1));
            case "这个月", "本月", "this month" -> between(first, today);
            case "上月", "上个月", "last month" -> between(first.minusMonths(1), first.minusDays(1));
            case "双11", "双十一" -> festival(today, 11, 10, 11, 12);
            case "618" -> festival(today, 6, 17, 6, 19);
            default -> between(monday.minusWeeks(1), monday.minusDays(1)); // last week, by any of its names
        };
    }

    private static When festival(LocalDate today, int month, int day, int endMonth, int endDay) {
        int year = LocalDate.of(today.getYear(), month, day).isAfter(today) ? today.getYear() - 1 : today.getYear();
        return between(LocalDate.of(year, month, day), LocalDate.of(year, endMonth, endDay));
    }

    private static long number(String text) {
        return Character.isDigit(text.charAt(0)) ? Long.parseLong(text) : text.equals("两") ? 2 : DIGITS.indexOf(text);
    }

    private static When exactly(LocalDate day) {
        return between(day, day);
    }

    private static When between(LocalDate from, LocalDate to) {
        return new When(from, to, Deed.BOUGHT);
    }
}
