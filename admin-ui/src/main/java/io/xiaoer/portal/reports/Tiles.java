package io.xiaoer.portal.reports;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.xiaoer.insights.Report;
import io.xiaoer.insights.Shares;
import java.util.OptionalDouble;

/** The period's numbers, each beside as many days before. */
class Tiles extends Div {

    private static final long serialVersionUID = 1L;

    /** Whether more of it is something to be glad of. */
    private enum More {
        GOOD,
        BAD,
        NEITHER
    }

    Tiles(Report report) {
        addClassName("reports-tiles");
        Shares now = report.shares();
        Shares before = report.before();
        add(
                counted("conversations", now.conversations(), before.conversations(), ""),
                counted(
                        "questions",
                        now.questions(),
                        before.questions(),
                        getTranslation("reports.tile.questions.detail", now.answered())),
                shared("resolved", now.resolvedShare(), before.resolvedShare(), now.resolved(), More.GOOD),
                shared("unknown", now.unknownShare(), before.unknownShare(), now.unknown(), More.BAD),
                shared("handed-over", now.handedOverShare(), before.handedOverShare(), now.handedOver(), More.NEITHER),
                shared("instant", report.instantShare(), report.instantShareBefore(), report.instant(), More.GOOD),
                feedback(now, before),
                replyTime(now, before));
    }

    private Div counted(String name, int now, int before, String detail) {
        int more = now - before;
        String trend = before == 0 && now > 0
                ? getTranslation("reports.trend.none")
                : more == 0
                        ? getTranslation("reports.trend.same")
                        : getTranslation(more > 0 ? "reports.trend.more" : "reports.trend.fewer", Math.abs(more));
        return tile(name, getTranslation("reports.count", now), detail, trend, More.NEITHER);
    }

    private Div shared(String name, OptionalDouble now, OptionalDouble before, int count, More more) {
        String detail = getTranslation("reports.tile." + name + ".detail", count);
        return tile(name, Told.share(now), detail, trend(now, before), mood(now, before, more));
    }

    private Div feedback(Shares now, Shares before) {
        return tile(
                "feedback",
                now.feedback() == 0
                        ? Told.NOTHING
                        : Told.share(OptionalDouble.of((double) now.helpful() / now.feedback())),
                getTranslation("reports.tile.feedback.detail", now.helpful(), now.unhelpful()),
                trend(helpful(now), helpful(before)),
                mood(helpful(now), helpful(before), More.GOOD));
    }

    private static OptionalDouble helpful(Shares shares) {
        return shares.feedback() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((double) shares.helpful() / shares.feedback());
    }

    private Div replyTime(Shares now, Shares before) {
        Double p50 = now.p50Millis();
        Double then = before.p50Millis();
        return tile(
                "reply-time",
                Told.millis(this, p50),
                getTranslation("reports.tile.reply-time.detail", Told.millis(this, now.p95Millis())),
                then == null
                        ? getTranslation("reports.trend.none")
                        : getTranslation("reports.trend.was", Told.millis(this, then)),
                More.NEITHER);
    }

    private String trend(OptionalDouble now, OptionalDouble before) {
        if (now.isEmpty() || before.isEmpty()) {
            return getTranslation("reports.trend.none");
        }
        int points = points(now, before);
        return points == 0
                ? getTranslation("reports.trend.same")
                : getTranslation(points > 0 ? "reports.trend.up" : "reports.trend.down", Math.abs(points));
    }

    private static More mood(OptionalDouble now, OptionalDouble before, More more) {
        int points = now.isEmpty() || before.isEmpty() ? 0 : points(now, before);
        if (points == 0 || more == More.NEITHER) {
            return More.NEITHER;
        }
        return (points > 0) == (more == More.GOOD) ? More.GOOD : More.BAD;
    }

    private static int points(OptionalDouble now, OptionalDouble before) {
        return Told.points(now.getAsDouble()) - Told.points(before.getAsDouble());
    }

    private Div tile(String name, String value, String detail, String trend, More mood) {
        Span label = new Span(getTranslation("reports.tile." + name));
        label.addClassName("reports-tile-label");
        Span number = new Span(value);
        number.addClassName("reports-tile-value");
        Span change = new Span(trend);
        change.addClassName("reports-tile-trend");
        if (mood != More.NEITHER) {
            change.addClassName(mood == More.GOOD ? "reports-better" : "reports-worse");
        }
        Div tile = new Div(label, number);
        if (!detail.isEmpty()) {
            Span more = new Span(detail);
            more.addClassName("reports-tile-detail");
            tile.add(more);
        }
        tile.add(change);
        tile.setId("tile-" + name);
        tile.addClassNames("card", "reports-tile");
        return tile;
    }
}
