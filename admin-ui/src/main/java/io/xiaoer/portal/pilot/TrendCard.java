package io.xiaoer.portal.pilot;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import io.xiaoer.insights.Day;
import io.xiaoer.portal.charts.Chart;
import io.xiaoer.portal.charts.Chart.Mark;
import io.xiaoer.portal.charts.Line;
import io.xiaoer.portal.charts.Series.Tone;
import io.xiaoer.rollout.Targets;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Day by day: the members beside everyone else. */
class TrendCard extends Section {

    private static final long serialVersionUID = 1L;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M/d", Locale.ROOT);
    private static final int ALL = 100;

    TrendCard(List<Day> days, Targets targets) {
        setId("trends");
        addClassNames("card", "pilot-trends");
        add(new H2(getTranslation("pilot.trends")));
        Paragraph lead = new Paragraph(getTranslation("pilot.trends.lead"));
        lead.addClassName("hint");
        Div charts = new Div();
        charts.addClassName("pilot-charts");
        for (Measure measure : Measure.values()) {
            charts.add(chart(measure, days, targets));
        }
        add(lead, charts);
    }

    private Component chart(Measure measure, List<Day> days, Targets targets) {
        String name = getTranslation("pilot.measure." + measure.key());
        int target = (int) Math.round(measure.target(targets) * ALL);
        Chart chart = Chart.lines(
                getTranslation("pilot.trends.description", name, days.size(), target + "%"),
                getTranslation("pilot.day"),
                days.stream().map(day -> DAY.format(day.date())).toList(),
                List.of(
                        new Line(
                                getTranslation("pilot.members"),
                                Tone.ACCENT,
                                days.stream()
                                        .map(day -> measure.points(day.members()))
                                        .toList()),
                        new Line(
                                getTranslation("pilot.rest"),
                                Tone.QUIET,
                                days.stream()
                                        .map(day -> measure.points(day.rest()))
                                        .toList())),
                "%",
                ALL,
                new Mark(target, getTranslation("pilot.target", target + "%")));
        Div one = new Div(new H3(name), chart);
        one.addClassName("pilot-chart");
        one.setId("trend-" + measure.key());
        return one;
    }
}
