package io.xiaoer.portal.pilot;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import io.xiaoer.rollout.Rollout;
import io.xiaoer.rollout.Stage;
import java.util.Locale;

/** The way from staff to everyone, and how far the bot has come. */
class Stations extends OrderedList {

    private static final long serialVersionUID = 1L;

    Stations(Rollout rollout) {
        setId("stations");
        addClassName("stations");
        for (Stage stage : Stage.values()) {
            add(station(rollout, stage));
        }
    }

    private ListItem station(Rollout rollout, Stage stage) {
        boolean now = stage == rollout.stage();
        boolean passed = stage.compareTo(rollout.stage()) < 0;
        Span mark = new Span(passed ? "✓" : String.valueOf(stage.ordinal() + 1));
        mark.addClassName("station-mark");
        mark.getElement().setAttribute("aria-hidden", "true");
        Span name = new Span(getTranslation("stage." + key(stage)));
        name.addClassName("station-name");
        Div head = new Div(name);
        head.addClassName("station-head");
        if (now) {
            Span here = new Span(getTranslation("pilot.station.now"));
            here.addClassNames("badge", "badge-full");
            head.add(here);
        }
        Span who = new Span(who(rollout, stage));
        who.addClassName("station-who");
        ListItem item = new ListItem(mark, new Crowd(stage), head, who);
        item.addClassNames("station", now ? "station-now" : passed ? "station-passed" : "station-ahead");
        item.getElement().setAttribute("data-stage", key(stage));
        if (now) {
            item.getElement().setAttribute("aria-current", "step");
        }
        return item;
    }

    private String who(Rollout rollout, Stage stage) {
        return switch (stage) {
            case INTERNAL -> getTranslation("pilot.station.internal");
            case PILOT ->
                getTranslation(
                        "pilot.station.pilot",
                        Percent.of(rollout.pilot().settings().sampleRate()),
                        String.valueOf(rollout.pilot().settings().size()));
            case FULL -> getTranslation("pilot.station.full");
        };
    }

    static String key(Stage stage) {
        return stage.name().toLowerCase(Locale.ROOT);
    }
}
