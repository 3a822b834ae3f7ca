package io.xiaoer.portal.pilot;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
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
import java.util.Optional;

/** Says that the bot went back by itself, until somebody has decided what comes next. */
@StyleSheet("context://css/pilot.css")
public final class HaltBanner extends Section {

    private static final long serialVersionUID = 1L;

    /** So many of the newest changes tell whether the bot was halted and nobody has done anything about it since. */
    public static final int CHANGES = 2;

    private HaltBanner(RolloutChange halt, Optional<RolloutChange> before, ZoneId zone) {
        setId("halt");
        addClassName("halt");
        getElement().setAttribute("role", "alert");
        Span at = new Span(Ago.time(halt.at(), zone));
        at.addClassName("halt-at");
        Div head = new Div(new H2(getTranslation("pilot.halt.title")), at);
        head.addClassName("halt-head");
        add(head);
        Alarm alarm = halt.alarm();
        if (alarm != null) {
            add(new Paragraph(what(this, alarm)), numbers(alarm));
        }
        add(new Paragraph(before.map(change -> back(change, halt))
                .orElseGet(() -> getTranslation("pilot.halt.back.stage", stage(halt)))));
        add(new Paragraph(getTranslation("pilot.halt.next")));
    }

    /**
     * Empty if the bot was not halted, or somebody has done something about it since.
     *
     * @param history newest first
     */
    public static Optional<HaltBanner> of(List<RolloutChange> history, ZoneId zone) {
        if (history.isEmpty() || history.getFirst().kind() != Kind.HALTED) {
            return Optional.empty();
        }
        return Optional.of(
                new HaltBanner(history.getFirst(), history.stream().skip(1).findFirst(), zone));
    }

    /** Adds ways to where it is mended. */
    public HaltBanner with(Anchor... ways) {
        Div actions = new Div(ways);
        actions.addClassName("actions");
        add(actions);
        return this;
    }

    /** What got worse, in a sentence. */
    static String what(Component place, Alarm alarm) {
        return place.getTranslation(
                "pilot.halt.because." + key(alarm),
                alarm.observed(),
                Percent.of(alarm.baseline()),
                Percent.of(alarm.measured()),
                String.valueOf(alarm.release()));
    }

    /** Before and after, one below the other, so that the rise is seen. */
    private Div numbers(Alarm alarm) {
        double top = Math.max(0.01, Math.max(alarm.baseline(), alarm.measured()));
        Div numbers = new Div(bar("before", alarm.baseline(), top), bar("after", alarm.measured(), top));
        numbers.addClassName("halt-numbers");
        numbers.getElement().setAttribute("aria-hidden", "true");
        return numbers;
    }

    private Div bar(String when, double share, double top) {
        Span name = new Span(getTranslation("pilot.halt." + when));
        Span fill = new Span();
        fill.addClassName("halt-fill");
        fill.getStyle().set("inline-size", Percent.css(share / top));
        Div track = new Div(fill);
        track.addClassName("halt-track");
        Div bar = new Div(name, track, new Span(Percent.of(share)));
        bar.addClassNames("halt-bar", "halt-" + when);
        return bar;
    }

    private static String key(Alarm alarm) {
        return alarm.measure().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private String back(RolloutChange before, RolloutChange halt) {
        Integer candidate = before.candidate();
        String live = String.valueOf(halt.liveRelease());
        if (candidate != null && halt.candidate() == null) {
            return getTranslation("pilot.halt.back.candidate", String.valueOf(candidate), live);
        }
        return before.liveRelease() != halt.liveRelease()
                ? getTranslation("pilot.halt.back.release", live)
                : getTranslation("pilot.halt.back.stage", stage(halt));
    }

    private String stage(RolloutChange change) {
        return getTranslation("stage." + Stations.key(change.stage()));
    }
}
