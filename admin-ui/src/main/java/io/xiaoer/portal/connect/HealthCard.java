package io.xiaoer.portal.connect;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.xiaoer.connectors.Fault;
import io.xiaoer.connectors.WayHealth;
import io.xiaoer.connectors.WayHealth.Hour;
import io.xiaoer.connectors.WayHealth.State;
import io.xiaoer.portal.charts.Chart;
import io.xiaoer.portal.charts.Series;
import io.xiaoer.portal.charts.Series.Tone;
import io.xiaoer.portal.connect.ConnectView.Data;
import io.xiaoer.portal.frame.Ago;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** How well each way works: its state, how fresh its data is, what came in the last day, what went wrong. */
class HealthCard extends Section {

    private static final long serialVersionUID = 1L;
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("H:00", Locale.ROOT);
    private static final List<Tone> TONES = List.of(Tone.ACCENT, Tone.SOFT, Tone.GOOD, Tone.QUIET);

    HealthCard(ConnectView view, Data data) {
        addClassNames("card", "connect-health");
        setId("health");
        add(new H2(view.getTranslation("connect.health")));
        Div ways = new Div();
        ways.addClassName("connect-ways");
        data.health().forEach(way -> ways.add(way(view, data, way)));
        add(ways);
        if (data.health().stream().allMatch(way -> way.state() == State.UNUSED)) {
            Paragraph nothing = new Paragraph(view.getTranslation("connect.health.nothing"));
            nothing.addClassName("hint");
            add(nothing);
            return;
        }
        add(new H3(view.getTranslation("connect.health.hours")), chart(view, data));
        List<Component> faults = new ArrayList<>();
        data.health().forEach(way -> way.faults().forEach(fault -> faults.add(fault(view, data, way, fault))));
        if (!faults.isEmpty()) {
            UnorderedList list = new UnorderedList();
            list.addClassName("connect-faults");
            list.setId("faults");
            faults.forEach(list::add);
            add(new H3(view.getTranslation("connect.health.faults")), list);
        }
    }

    private static Component way(ConnectView view, Data data, WayHealth health) {
        Span name = new Span(view.getTranslation("connect.way." + health.way().key()));
        name.addClassName("connect-way-name");
        Span state = new Span(
                view.getTranslation("connect.state." + health.state().name().toLowerCase(Locale.ROOT)));
        state.addClassNames("badge", "connect-state-" + health.state().name().toLowerCase(Locale.ROOT));
        if (health.state() == State.WORKING) {
            state.addClassName("badge-full");
        }
        Div head = new Div(name, state);
        head.addClassName("connect-way-head");
        Div way = new Div(
                head,
                fact(
                        view,
                        "connect.health.success",
                        health.lastSuccessAt() == null
                                ? "—"
                                : Ago.text(view, health.lastSuccessAt(), data.now(), data.zone())),
                fact(view, "connect.health.lag", health.lag() == null ? "—" : lag(view, health.lag())));
        way.addClassName("connect-way");
        way.getElement().setAttribute("data-way", health.way().key());
        return way;
    }

    private static Div fact(ConnectView view, String label, String text) {
        Span name = new Span(view.getTranslation(label));
        name.addClassName("hint");
        Div fact = new Div(name, new Span(text));
        fact.addClassName("connect-fact");
        return fact;
    }

    private static String lag(ConnectView view, Duration lag) {
        if (lag.toMinutes() < 1) {
            return view.getTranslation("connect.lag.none");
        }
        if (lag.toHours() < 1) {
            return view.getTranslation("connect.lag.minutes", lag.toMinutes());
        }
        return lag.toDays() < 2
                ? view.getTranslation("connect.lag.hours", lag.toHours())
                : view.getTranslation("connect.lag.days", lag.toDays());
    }

    private static Component chart(ConnectView view, Data data) {
        List<WayHealth> ways = data.health();
        List<String> hours = ways.getFirst().hours().stream()
                .map(hour -> HOUR.format(hour.begin().atZoneSameInstant(data.zone())))
                .toList();
        List<Series> series = new ArrayList<>();
        for (int i = 0; i < ways.size(); i++) {
            series.add(new Series(
                    view.getTranslation("connect.way." + ways.get(i).way().key()),
                    TONES.get(i),
                    ways.get(i).hours().stream().map(Hour::events).toList()));
        }
        series.add(new Series(
                view.getTranslation("connect.health.failures"),
                Tone.BAD,
                IntStream.range(0, hours.size())
                        .mapToObj(hour -> ways.stream()
                                .mapToInt(way -> way.hours().get(hour).failures())
                                .sum())
                        .toList()));
        int events = ways.stream()
                .flatMap(way -> way.hours().stream())
                .mapToInt(Hour::events)
                .sum();
        return Chart.stacked(
                view.getTranslation("connect.health.hours.alt", events),
                view.getTranslation("connect.health.hour"),
                hours,
                series);
    }

    private static ListItem fault(ConnectView view, Data data, WayHealth way, Fault fault) {
        return new FaultLine(
                view,
                view.getTranslation(
                        "connect.health.fault",
                        view.getTranslation("connect.way." + way.way().key()),
                        view.getTranslation("connect.fault." + fault.code().key())),
                fault,
                data.now(),
                data.zone());
    }
}
