package io.xiaoer.portal.vendor;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import io.xiaoer.operations.ShopHealths.Day;
import io.xiaoer.portal.charts.Chart;
import io.xiaoer.portal.charts.Series;
import io.xiaoer.portal.charts.Series.Tone;
import io.xiaoer.shared.Figures;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;

/** A month of a shop as four pictures. */
class TrendCharts {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M/d", Locale.ROOT);

    private final Component place;
    private final List<Day> days;

    TrendCharts(Component place, List<Day> days) {
        this.place = place;
        this.days = days;
    }

    Component[] all() {
        Figures all = days.stream().map(Day::figures).reduce(Figures.NOTHING, Figures::plus);
        return new Component[] {
            chart("conversations", Tone.ACCENT, Numbers.count(all.conversations()), Figures::conversations),
            chart("unknownShare", Tone.WARN, Numbers.share(all.unknownShare()), figures ->
                    (int) Math.round(figures.unknownShare().orElse(0) * 100)),
            chart("p95Millis", Tone.SOFT, Numbers.duration(place, all.p95Millis()), figures -> {
                Double slow = figures.p95Millis();
                return slow == null ? 0 : (int) Math.round(slow);
            }),
            chart("errors", Tone.BAD, Numbers.count(all.errors()), Figures::errors)
        };
    }

    private Component chart(String name, Tone tone, String month, ToIntFunction<Figures> value) {
        String title = place.getTranslation("vendor-shop.trend." + name);
        List<Integer> values =
                days.stream().map(day -> value.applyAsInt(day.figures())).toList();
        int most = values.stream().mapToInt(Integer::intValue).max().orElse(0);
        Chart chart = Chart.stacked(
                place.getTranslation("vendor-shop.trend.description", title, days.size(), month, most),
                place.getTranslation("vendor-shop.day"),
                days.stream().map(day -> DAY.format(day.date())).toList(),
                List.of(new Series(title, tone, values)));
        Span sum = new Span(place.getTranslation("vendor-shop.trend.month", month));
        sum.addClassName("hint");
        Section card = new Section(new H2(title), sum, chart);
        card.setId("trend-" + name);
        card.addClassNames("card", "vendor-trend");
        return card;
    }
}
