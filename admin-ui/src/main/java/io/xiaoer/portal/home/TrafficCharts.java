package io.xiaoer.portal.home;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Section;
import io.xiaoer.conversations.Tally;
import io.xiaoer.conversations.Traffic.Day;
import io.xiaoer.portal.charts.Chart;
import io.xiaoer.portal.charts.Series;
import io.xiaoer.portal.charts.Series.Tone;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/** The last days as pictures: each day, what became of the questions, and when they come. */
class TrafficCharts {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M/d", Locale.ROOT);

    private final Component place;
    private final Overview overview;

    TrafficCharts(Component place, Overview overview) {
        this.place = place;
        this.overview = overview;
    }

    /** One kind of reply and how it is drawn. */
    private record Part(String text, Tone tone, ToIntFunction<Tally> count) {}

    private static final List<Part> PARTS = List.of(
            new Part("home.answered", Tone.ACCENT, Tally::answered),
            new Part("home.choices", Tone.SOFT, Tally::choices),
            new Part("home.unknown", Tone.WARN, Tally::unknown),
            new Part("home.declined", Tone.BAD, Tally::declined),
            new Part("home.people", Tone.GOOD, tally -> tally.handedOver() + tally.withPerson()),
            new Part("home.fallback", Tone.QUIET, Tally::fallback));

    Component trend() {
        List<Day> days = overview.board().days();
        Links links = Links.of(overview.bot(), overview.bots());
        Nav lengths = new Nav();
        lengths.addClassName("home-lengths");
        lengths.setAriaLabel(place.getTranslation("home.trend.length"));
        for (int length : HomeView.LENGTHS) {
            Anchor link = new Anchor(
                    links.to("/", "days", String.valueOf(length)), place.getTranslation("home.days", length));
            link.setId("days-" + length);
            if (length == days.size()) {
                link.getElement().setAttribute("aria-current", "page");
            }
            lengths.add(link);
        }
        Div head = new Div(new H2(place.getTranslation("home.trend.title")), lengths);
        head.addClassName("card-head");
        Chart chart = Chart.stacked(
                place.getTranslation(
                        "home.trend.description",
                        days.size(),
                        overview.messages(),
                        days.stream()
                                .mapToInt(day -> day.tally().messages())
                                .max()
                                .orElse(0)),
                place.getTranslation("home.day"),
                days.stream().map(day -> DAY.format(day.date())).toList(),
                shown(part -> days.stream()
                        .map(day -> part.count().applyAsInt(day.tally()))
                        .toList()));
        return card("trend", head, chart);
    }

    Component ring() {
        Tally all = overview.all();
        String share = all.answeredShare().isPresent()
                ? TodayFigures.percent(all.answeredShare().getAsDouble())
                : "–";
        Chart chart = Chart.ring(
                place.getTranslation("home.ring.description", share),
                share,
                place.getTranslation("home.ring.centre"),
                shown(part -> List.of(
                        part.text().equals("home.fallback") ? 0 : part.count().applyAsInt(all))));
        return card(
                "ring",
                new H2(place.getTranslation(
                        "home.ring.title", overview.board().days().size())),
                chart);
    }

    Component hours() {
        List<Tally> hours = overview.board().hoursOfDay();
        int busiest = IntStream.range(0, hours.size())
                .boxed()
                .max((one, other) -> Integer.compare(
                        hours.get(one).messages(), hours.get(other).messages()))
                .orElse(0);
        Chart chart = Chart.stacked(
                place.getTranslation("home.hours.description", busiest, busiest + 1),
                place.getTranslation("home.hour"),
                IntStream.range(0, hours.size()).mapToObj(hour -> hour + ":00").toList(),
                List.of(new Series(
                        place.getTranslation("home.messages"),
                        Tone.ACCENT,
                        hours.stream().map(Tally::messages).toList())));
        return card(
                "hours",
                new H2(place.getTranslation(
                        "home.hours.title", overview.board().days().size())),
                chart);
    }

    /** Kinds of replies that there were; answers always. */
    private List<Series> shown(Function<Part, List<Integer>> values) {
        List<Series> series = new ArrayList<>();
        for (Part part : PARTS) {
            List<Integer> counts = values.apply(part);
            if (counts.stream().anyMatch(count -> count > 0)
                    || part.count() == PARTS.getFirst().count()) {
                series.add(new Series(place.getTranslation(part.text()), part.tone(), counts));
            }
        }
        return series;
    }

    private static Section card(String name, Component head, Component chart) {
        Section card = new Section(head, chart);
        card.setId("chart-" + name);
        card.addClassNames("card", "home-" + name);
        return card;
    }
}
