package io.xiaoer.portal.home;

import com.vaadin.flow.component.html.Div;
import io.xiaoer.conversations.Tally;
import io.xiaoer.conversations.Tally.ReplyTime;
import io.xiaoer.conversations.Traffic.Today;
import io.xiaoer.portal.home.FigureTile.Mood;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Today until now, beside yesterday until the same time. */
class TodayFigures extends Div {

    private static final long serialVersionUID = 1L;
    private static final double MILLIS = 1000;

    TodayFigures(Today today) {
        addClassName("figures");
        Tally now = today.now();
        Tally yesterday = today.yesterday();
        add(
                counted("conversations", now.conversations(), yesterday.conversations())
                        .withTrend(trend(now.conversations(), yesterday.conversations()), Mood.NEITHER),
                shared("answered", now.answered(), now.answeredShare(), yesterday.answeredShare(), Mood.GOOD),
                shared("unknown", now.unknown(), now.unknownShare(), yesterday.unknownShare(), Mood.BAD),
                counted("handed-over", now.handedOver(), yesterday.handedOver()),
                replyTime(now.replyTime(), yesterday.replyTime()));
    }

    private FigureTile counted(String name, int now, int yesterday) {
        return tile(name, String.valueOf(now), getTranslation("home." + name + ".yesterday", yesterday));
    }

    /** @param more how it feels when the share grows */
    private FigureTile shared(String name, int count, OptionalDouble now, OptionalDouble yesterday, Mood more) {
        FigureTile tile = tile(
                name,
                String.valueOf(count),
                now.isPresent()
                        ? getTranslation("home.share", percent(now.getAsDouble()))
                        : getTranslation("home.share.none"));
        if (now.isEmpty() || yesterday.isEmpty()) {
            return tile.withTrend(getTranslation("home.trend.none"), Mood.NEITHER);
        }
        long points = Math.round(now.getAsDouble() * 100) - Math.round(yesterday.getAsDouble() * 100);
        if (points == 0) {
            return tile.withTrend(getTranslation("home.trend.same"), Mood.NEITHER);
        }
        return tile.withTrend(
                getTranslation(points > 0 ? "home.trend.points.up" : "home.trend.points.down", Math.abs(points)),
                points > 0 ? more : opposite(more));
    }

    private FigureTile replyTime(@Nullable ReplyTime now, @Nullable ReplyTime yesterday) {
        FigureTile tile = now == null
                ? tile("reply-time", "–", getTranslation("home.reply-time.none"))
                : tile("reply-time", time(now.p50()), getTranslation("home.reply-time.p95", time(now.p95())));
        if (now == null || yesterday == null) {
            return tile.withTrend(getTranslation("home.trend.none"), Mood.NEITHER);
        }
        long slower = Math.round(now.p50()) - Math.round(yesterday.p50());
        if (slower == 0) {
            return tile.withTrend(getTranslation("home.trend.same"), Mood.NEITHER);
        }
        return tile.withTrend(
                getTranslation(slower > 0 ? "home.trend.slower" : "home.trend.faster", time(Math.abs(slower))),
                slower > 0 ? Mood.BAD : Mood.GOOD);
    }

    private String trend(int now, int yesterday) {
        if (now == yesterday) {
            return getTranslation("home.trend.same");
        }
        return getTranslation(now > yesterday ? "home.trend.more" : "home.trend.fewer", Math.abs(now - yesterday));
    }

    private FigureTile tile(String name, String value, String detail) {
        return new FigureTile(name, getTranslation("home." + name), value, detail);
    }

    private String time(double millis) {
        return millis < MILLIS
                ? getTranslation("home.millis", Math.max(1, Math.round(millis)))
                : getTranslation("home.seconds", Math.round(millis / 100) / 10.0);
    }

    static String percent(double share) {
        return Math.round(share * 100) + "%";
    }

    private static Mood opposite(Mood mood) {
        return mood == Mood.GOOD ? Mood.BAD : Mood.GOOD;
    }
}
