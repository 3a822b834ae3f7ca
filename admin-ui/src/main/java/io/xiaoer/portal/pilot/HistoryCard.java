package io.xiaoer.portal.pilot;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import io.xiaoer.portal.frame.Ago;
import io.xiaoer.rollout.Alarm;
import io.xiaoer.rollout.RolloutChange;
import io.xiaoer.rollout.RolloutChange.Kind;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/** Who changed what, when and why, and how the numbers stood then. */
class HistoryCard extends Section {

    private static final long serialVersionUID = 1L;

    HistoryCard(List<RolloutChange> history, ZoneId zone) {
        setId("history");
        addClassNames("card", "pilot-history");
        add(new H2(getTranslation("pilot.history")));
        if (history.isEmpty()) {
            add(new Paragraph(getTranslation("pilot.history.none")));
            return;
        }
        OrderedList list = new OrderedList();
        list.addClassName("changes");
        history.forEach(change -> list.add(item(change, zone)));
        add(list);
    }

    private ListItem item(RolloutChange change, ZoneId zone) {
        Span what = new Span(what(change));
        what.addClassName("change-what");
        Span by = new Span(
                change.kind() == Kind.HALTED
                        ? getTranslation("pilot.history.by-itself", Ago.time(change.at(), zone))
                        : getTranslation("pilot.history.by", change.by(), Ago.time(change.at(), zone)));
        by.addClassName("hint");
        Div head = new Div(what, by);
        head.addClassName("change-head");
        Div body = new Div(head);
        body.addClassName("change-body");
        Alarm alarm = change.alarm();
        if (alarm != null) {
            body.add(new Paragraph(HaltBanner.what(this, alarm)));
        }
        if (!change.reason().isBlank()) {
            body.add(new Paragraph(change.reason()));
        }
        if (!change.numbers().isEmpty()) {
            Details numbers = new Details(
                    getTranslation("pilot.history.numbers", change.numbers().size()));
            numbers.addClassName("change-numbers");
            // a long history holds its numbers ready only once someone asks
            numbers.addOpenedChangeListener(opened -> {
                if (opened.isOpened() && numbers.getContent().findAny().isEmpty()) {
                    numbers.add(new GateList(change.numbers(), false));
                }
            });
            body.add(numbers);
        }
        Span dot = new Span();
        dot.addClassName("change-dot");
        dot.getElement().setAttribute("aria-hidden", "true");
        ListItem item = new ListItem(dot, body);
        item.addClassNames("change", "change-" + change.kind().name().toLowerCase(Locale.ROOT));
        item.getElement().setAttribute("data-kind", change.kind().name().toLowerCase(Locale.ROOT));
        return item;
    }

    private String what(RolloutChange change) {
        String live = String.valueOf(change.liveRelease());
        Integer candidate = change.candidate();
        return switch (change.kind()) {
            case MOVED ->
                getTranslation("pilot.history.moved", getTranslation("stage." + Stations.key(change.stage())));
            case RELEASED -> getTranslation("pilot.history.released", live);
            case CANDIDATE ->
                candidate == null
                        ? getTranslation("pilot.history.withdrawn", live)
                        : getTranslation("pilot.history.candidate", String.valueOf(candidate));
            case HALTED -> getTranslation("pilot.history.halted");
        };
    }
}
