package io.xiaoer.conversations.internal;

import io.xiaoer.conversations.HandoverReason;
import io.xiaoer.conversations.WeeklyHours;
import io.xiaoer.conversations.WeeklyHours.Span;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a shopper is told on the way to a person, in the shop's language. */
public final class HandoverTexts {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
    private static final int DAYS_IN_WEEK = 7;

    private final boolean english;

    public HandoverTexts(String locale) {
        this.english = locale.startsWith("en");
    }

    /** A person is asked for, and the shopper's place is known. */
    public String inLine(HandoverReason reason, int place) {
        return opening(reason) + line(place) + seen();
    }

    /** A person is asked for while nobody is there. */
    public String away(HandoverReason reason, String away) {
        return opening(reason) + away + (english ? " " : "") + seen();
    }

    /** Whoever had the conversation is gone, or gave it back. */
    public String again(int place) {
        return english
                ? "The colleague who was helping you had to step away. " + line(place)
                : "刚才为您服务的客服暂时离开了，已经帮您重新排队。" + line(place);
    }

    private String opening(HandoverReason reason) {
        return english
                ? switch (reason) {
                    case ASKED_FOR -> "Sure. ";
                    case UNKNOWN_TWICE -> "Sorry, I couldn't help with this one. ";
                    case RULE_REFUSES -> "I can't decide this myself. ";
                    case DATA_MISSING -> "I can't look this up reliably right now. ";
                    case ANGRY -> "I'm sorry for the trouble. ";
                    case KEYWORD, FALLBACK -> "";
                }
                : switch (reason) {
                    case ASKED_FOR -> "好的，";
                    case UNKNOWN_TWICE -> "抱歉，这个问题我没能帮上忙。";
                    case RULE_REFUSES -> "这件事我做不了主。";
                    case DATA_MISSING -> "这个我这边查不准。";
                    case ANGRY -> "给您添麻烦了，真的很抱歉。";
                    case KEYWORD, FALLBACK -> "";
                };
    }

    private String line(int place) {
        if (english) {
            return place == 1
                    ? "You are next in line for a colleague, who will be with you soon."
                    : "I've put you in line for a colleague. You are number " + place
                            + ", and they will answer here when it is your turn.";
        }
        return place == 1 ? "已为您转接人工客服，您排在第 1 位，客服马上就来。" : "已为您转接人工客服，您排在第 " + place + " 位，轮到您时客服会在这里回复。";
    }

    private String seen() {
        return english ? " They can see what you have written here." : "前面聊的内容客服都能看到，不用再说一遍。";
    }

    /**
     * Nobody is there.
     *
     * @param back when somebody is again
     * @param own the shop's own words for what to do until then; null for the usual
     */
    public String away(ZonedDateTime now, ZonedDateTime back, @Nullable String own) {
        String until = own == null
                ? english
                        ? "Leave your message here, and we will answer it when we are back."
                        : "您可以先把问题留在这里，客服回来后会按顺序回复。"
                : own;
        return english
                ? "Our colleagues are off right now and back " + when(now, back) + ". " + until
                : "现在是客服的休息时间，" + when(now, back) + " 回来。" + until;
    }

    private String when(ZonedDateTime now, ZonedDateTime back) {
        long days = ChronoUnit.DAYS.between(now.toLocalDate(), back.toLocalDate());
        String time = CLOCK.format(back);
        if (english) {
            String day = days == 0
                    ? "today"
                    : days == 1
                            ? "tomorrow"
                            : "on " + back.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            return day + " at " + time;
        }
        String day = days == 0
                ? "今天"
                : days == 1 ? "明天" : days < DAYS_IN_WEEK ? week(back.getDayOfWeek()) : "下" + week(back.getDayOfWeek());
        return day + " " + time;
    }

    /** When people are there. */
    public String hours(WeeklyHours hours) {
        Map<DayOfWeek, List<String>> times = new LinkedHashMap<>();
        for (Span span : hours.spans()) {
            times.computeIfAbsent(span.day(), day -> new ArrayList<>()).add(times(span));
        }
        Map<List<String>, List<DayOfWeek>> alike = times.entrySet().stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue,
                        LinkedHashMap::new,
                        Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
        return alike.entrySet().stream()
                .map(entry -> days(entry.getValue()) + " " + String.join(english ? ", " : "、", entry.getKey()))
                .collect(Collectors.joining(english ? "; " : "；", english ? "Our hours: " : "客服时间：", ""));
    }

    private static String times(Span span) {
        return CLOCK.format(span.from()) + "–"
                + (span.to().equals(LocalTime.MIDNIGHT) ? "24:00" : CLOCK.format(span.to()));
    }

    /** Days in a row are named by the first and the last. */
    private String days(List<DayOfWeek> days) {
        if (days.size() == DAYS_IN_WEEK) {
            return english ? "every day" : "每天";
        }
        List<String> named = new ArrayList<>();
        int begin = 0;
        for (int i = 1; i <= days.size(); i++) {
            if (i == days.size() || days.get(i).getValue() != days.get(i - 1).getValue() + 1) {
                named.add(row(days.get(begin), days.get(i - 1)));
                begin = i;
            }
        }
        return String.join(english ? ", " : "、", named);
    }

    private String row(DayOfWeek first, DayOfWeek last) {
        if (first == last) {
            return week(first);
        }
        return week(first) + (english ? "–" : "至") + week(last);
    }

    private String week(DayOfWeek day) {
        return english
                ? day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH)
                : "周" + "一二三四五六日".charAt(day.getValue() - 1);
    }
}
