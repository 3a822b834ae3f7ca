package io.xiaoer.portal.rules;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import io.xiaoer.portal.frame.Crumb;
import io.xiaoer.portal.frame.MainLayout;
import io.xiaoer.portal.frame.Notices;
import io.xiaoer.portal.frame.Place;
import io.xiaoer.portal.frame.Roles;
import io.xiaoer.portal.frame.ShopContext;
import io.xiaoer.portal.frame.ShopView;
import io.xiaoer.rules.RuleCalendar;
import io.xiaoer.rules.RuleCalendar.Lane;
import io.xiaoer.rules.RuleParams;
import io.xiaoer.rules.Rules;
import io.xiaoer.tenants.Shops;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** Which rule holds when, drawn as a lane for each rule; on a phone, told as a list. */
@Route(value = "rules/calendar", layout = MainLayout.class)
@RolesAllowed({Roles.OWNER, Roles.EDITOR, Roles.AGENT, Roles.VIEWER})
@StyleSheet("context://css/rules.css")
class CalendarView extends ShopView<CalendarView.Data> {

    private static final long serialVersionUID = 1L;

    private final transient Rules rules;
    private final transient Shops shops;
    private final transient Clock clock;

    /** All that the view shows. */
    record Data(List<Lane> lanes, Timeline timeline, ZoneId zone, Instant now) {}

    CalendarView(ShopContext shop, Rules rules, Shops shops, Clock clock) {
        super(shop, "rules-calendar");
        this.rules = rules;
        this.shops = shops;
        this.clock = clock;
    }

    @Override
    protected Data read(Place place) {
        Instant now = clock.instant();
        ZoneId zone = shops.current().timeZone();
        List<Lane> lanes = RuleCalendar.of(rules.calendar()).lanes();
        Timeline timeline = Timeline.around(now, zone, lanes);
        return new Data(
                lanes.stream()
                        .filter(lane -> lane.spans().stream().anyMatch(timeline::shows))
                        .toList(),
                timeline,
                zone,
                now);
    }

    @Override
    protected void show(Data data) {
        Div head = new Div(new Div(new H1(title()), new Paragraph(getTranslation("rules-calendar.lead"))));
        head.addClassName("view-head");
        add(head);
        if (data.lanes().isEmpty()) {
            Anchor back = new Anchor("/rules", getTranslation("rules.title"));
            back.addClassName("action");
            add(Notices.empty(
                    "🗓️",
                    getTranslation("rules-calendar.empty.title"),
                    getTranslation("rules-calendar.empty.text"),
                    back));
            return;
        }
        add(chart(data), list(data));
    }

    private Component chart(Data data) {
        Div chart = new Div();
        chart.setId("timeline");
        chart.addClassNames("card", "timeline");
        Div scale = new Div();
        scale.addClassName("timeline-scale");
        Div ticks = track();
        data.timeline().months().forEach(month -> {
            Span tick = new Span(month.text());
            tick.addClassName("timeline-tick");
            tick.getStyle().set("left", percent(month.at()));
            ticks.add(tick);
        });
        Span today = new Span(getTranslation("rules-calendar.today"));
        today.addClassName("timeline-today-label");
        today.getStyle().set("left", percent(data.timeline().position(data.now())));
        ticks.add(today);
        scale.add(new Span(), ticks);
        chart.add(scale);
        data.lanes().forEach(lane -> chart.add(lane(lane, data)));
        return chart;
    }

    private Div lane(Lane lane, Data data) {
        Anchor name =
                new Anchor(address(lane), RuleWords.title(this, lane.type().key()));
        name.addClassName("timeline-name");
        if (!lane.key().equals(RuleScene.FIRST_KEY)) {
            Span key = new Span(lane.key());
            key.addClassName("hint");
            name.add(key);
        }
        Div track = track();
        data.timeline().months().forEach(month -> {
            Span line = new Span();
            line.addClassName("timeline-grid");
            line.getStyle().set("left", percent(month.at()));
            track.add(line);
        });
        lane.spans().stream().filter(data.timeline()::shows).forEach(span -> track.add(bar(lane, span, data)));
        Span today = new Span();
        today.addClassName("timeline-today");
        today.getStyle().set("left", percent(data.timeline().position(data.now())));
        track.add(today);
        Div row = new Div(name, track);
        row.addClassName("timeline-lane");
        row.getElement().setAttribute("data-rule", lane.type().key() + "/" + lane.key());
        return row;
    }

    private Component bar(Lane lane, RuleCalendar.Span span, Data data) {
        double from = data.timeline().position(span.from());
        Instant to = span.to();
        double until = to == null ? 1 : data.timeline().position(to);
        Anchor bar = new Anchor(address(lane), said(lane, span));
        bar.addClassName("timeline-bar");
        bar.setClassName("timeline-bar-now", span.covers(data.now()));
        bar.setClassName("timeline-bar-past", to != null && !to.isAfter(data.now()));
        bar.setClassName("timeline-bar-open", to == null);
        bar.getStyle().set("left", percent(from)).set("width", percent(until - from));
        String whole = getTranslation("rules-calendar.bar", when(span, data), said(lane, span));
        bar.setTitle(whole);
        bar.setAriaLabel(RuleWords.title(this, lane.type().key()) + " " + whole);
        return bar;
    }

    private Component list(Data data) {
        Div all = new Div();
        all.setId("timeline-list");
        all.addClassName("timeline-list");
        for (Lane lane : data.lanes()) {
            OrderedList times = new OrderedList();
            lane.spans().stream().filter(data.timeline()::shows).forEach(span -> {
                Span when = new Span(when(span, data));
                when.addClassName("badge");
                when.setClassName("badge-full", span.covers(data.now()));
                Instant to = span.to();
                when.setClassName("badge-ended", to != null && !to.isAfter(data.now()));
                times.add(new ListItem(when, new Span(said(lane, span))));
            });
            H2 name = new H2(
                    new Anchor(address(lane), RuleWords.title(this, lane.type().key())));
            Section card = new Section(name, times);
            card.addClassName("card");
            all.add(card);
        }
        return all;
    }

    private String when(RuleCalendar.Span span, Data data) {
        Instant to = span.to();
        String from = RuleTimes.of(span.from(), data.zone());
        return to == null
                ? getTranslation("rules.validity.from", from)
                : getTranslation("rules.validity.between", from, RuleTimes.of(to, data.zone()));
    }

    private String said(Lane lane, RuleCalendar.Span span) {
        RuleParams params = span.version().rule().params();
        return params == null ? "" : RuleWords.text(this, lane.type(), params);
    }

    private static String address(Lane lane) {
        return "/rules/" + lane.type().key() + "/" + lane.key();
    }

    private static Div track() {
        Div track = new Div();
        track.addClassName("timeline-track");
        return track;
    }

    private static String percent(double part) {
        return Math.round(part * 10_000) / 100.0 + "%";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb(getTranslation("rules.title"), "/rules"), new Crumb(title(), null));
    }
}
