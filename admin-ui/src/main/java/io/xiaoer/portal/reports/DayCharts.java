package io.xiaoer.portal.reports;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import io.xiaoer.insights.Report;
import io.xiaoer.insights.Report.DayShares;
import io.xiaoer.insights.Shares;
import io.xiaoer.portal.charts.Chart;
import io.xiaoer.portal.charts.Line;
import io.xiaoer.portal.charts.Series;
import io.xiaoer.portal.charts.Series.Tone;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Day by day: how much was asked and what came of it, in shares, and how long replies took. */
class DayCharts {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M/d", Locale.ROOT);
    private static final int ALL = 100;

    private final Component place;
    private final List<DayShares> days;
    private final Report report;

    DayCharts(Component place, Report report) {
        this.place = place;
        this.report = report;
        this.days = report.daily();
    }

    private record Part(String name, Tone tone, ToIntFunction<Shares> count) {}

    private static final List<Part> PARTS = List.of(
            new Part("answered", Tone.ACCENT, Shares::answered),
            new Part("choices", Tone.SOFT, Shares::choices),
            new Part("unknown", Tone.WARN, Shares::unknown),
            new Part("declined", Tone.QUIET, Shares::declined),
            new Part("errors", Tone.BAD, Shares::errors));

    List<Component> all() {
        return List.of(questions(), shares(), times());
    }

    private Component questions() {
        List<Series> series = new ArrayList<>();
        for (Part part : PARTS) {
            List<Integer> counts = days.stream()
                    .map(day -> part.count().applyAsInt(day.shares()))
                    .toList();
            if (part == PARTS.getFirst() || counts.stream().anyMatch(count -> count > 0)) {
                series.add(new Series(place.getTranslation("reports.part." + part.name()), part.tone(), counts));
            }
        }
        return card(
                "questions",
                Chart.stacked(
                        place.getTranslation(
                                "reports.chart.questions.description",
                                days.size(),
                                report.shares().questions()),
                        place.getTranslation("reports.day"),
                        dates(),
                        series));
    }

    private Component shares() {
        return card(
                "shares",
                Chart.lines(
                        place.getTranslation(
                                "reports.chart.shares.description",
                                Told.share(report.shares().resolvedShare()),
                                Told.share(report.shares().unknownShare()),
                                Told.share(report.shares().handedOverShare())),
                        place.getTranslation("reports.day"),
                        dates(),
                        List.of(
                                line("resolved", Tone.ACCENT, Shares::resolvedShare),
                                line("unknown", Tone.WARN, Shares::unknownShare),
                                line("handed-over", Tone.GOOD, Shares::handedOverShare)),
                        "%",
                        ALL,
                        null));
    }

    private Component times() {
        return card(
                "times",
                Chart.lines(
                        place.getTranslation(
                                "reports.chart.times.description",
                                Told.millis(place, report.shares().p50Millis()),
                                Told.millis(place, report.shares().p95Millis())),
                        place.getTranslation("reports.day"),
                        dates(),
                        List.of(
                                times("p50", Tone.ACCENT, Shares::p50Millis),
                                times("p95", Tone.QUIET, Shares::p95Millis)),
                        place.getTranslation("reports.chart.times.unit"),
                        null,
                        null));
    }

    private Line line(String name, Tone tone, Function<Shares, OptionalDouble> share) {
        List<@Nullable Integer> points = new ArrayList<>();
        for (DayShares day : days) {
            OptionalDouble value = share.apply(day.shares());
            points.add(value.isEmpty() ? null : (Integer) Told.points(value.getAsDouble()));
        }
        return new Line(place.getTranslation("reports.tile." + name), tone, points);
    }

    private Line times(String name, Tone tone, Function<Shares, @Nullable Double> time) {
        List<@Nullable Integer> millis = new ArrayList<>();
        for (DayShares day : days) {
            Double value = time.apply(day.shares());
            millis.add(value == null ? null : (Integer) (int) Math.max(1, Math.round(value)));
        }
        return new Line(place.getTranslation("reports.line." + name), tone, millis);
    }

    private List<String> dates() {
        return days.stream().map(day -> DAY.format(day.date())).toList();
    }

    private Section card(String name, Chart chart) {
        Section card = new Section(new H2(place.getTranslation("reports.chart." + name)), chart);
        card.setId("chart-" + name);
        card.addClassNames("card", "reports-chart", "reports-chart-" + name);
        return card;
    }
}
