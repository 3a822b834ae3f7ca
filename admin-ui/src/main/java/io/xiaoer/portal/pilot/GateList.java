package io.xiaoer.portal.pilot;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.xiaoer.rollout.Gate;
import io.xiaoer.rollout.Interval;
import java.util.ArrayList;
import java.util.List;

/** What a step asks for, line by line: what was measured, drawn beside what is asked. */
class GateList extends UnorderedList {

    private static final long serialVersionUID = 1L;

    /** @param withNotes whether each line also says what it means */
    GateList(List<Gate> gates, boolean withNotes) {
        addClassName("gates");
        gates.forEach(gate -> add(line(gate, withNotes)));
    }

    private ListItem line(Gate gate, boolean withNotes) {
        String state = state(gate);
        Gauge gauge = Gauge.of(gate);
        Span sign = new Span(
                switch (state) {
                    case "met" -> "✓";
                    case "unmet" -> "✕";
                    default -> "…";
                });
        sign.addClassName("gate-sign");
        sign.getElement().setAttribute("aria-hidden", "true");
        Span name = new Span(Gauge.name(this, gate));
        name.addClassName("gate-name");
        Span badge = new Span(badge(gate, gauge, state));
        badge.addClassNames("badge", "gate-badge");
        Div head = new Div(name, badge);
        head.addClassName("gate-head");
        Span words = new Span(words(gate, gauge));
        words.addClassName("gate-words");
        Div body = new Div(
                head,
                gauge == Gauge.COUNT
                        ? Range.ofCount(gate.measured(), gate.required())
                        : Range.ofShare(gate.measured(), gate.interval(), gate.required()),
                words);
        body.addClassName("gate-body");
        if (withNotes && !gate.note().isBlank()) {
            Span note = new Span(gate.note());
            note.addClassName("hint");
            body.add(note);
        }
        ListItem line = new ListItem(sign, body);
        line.addClassNames("gate", "gate-" + state);
        line.getElement().setAttribute("data-gate", gate.name());
        line.getElement().setAttribute("data-state", state);
        return line;
    }

    private static String state(Gate gate) {
        Boolean met = gate.met();
        return met == null ? "unknown" : met ? "met" : "unmet";
    }

    private String badge(Gate gate, Gauge gauge, String state) {
        Double measured = gate.measured();
        Double required = gate.required();
        if (state.equals("unknown") && gauge == Gauge.COUNT && required != null) {
            long missing = Math.round(required - (measured == null ? 0 : measured));
            if (missing > 0) {
                return getTranslation("pilot.gate.missing", missing);
            }
        }
        return getTranslation("pilot.gate.state." + state);
    }

    private String words(Gate gate, Gauge gauge) {
        List<String> parts = new ArrayList<>();
        Double measured = gate.measured();
        parts.add(
                measured == null
                        ? getTranslation("pilot.gate.unmeasured")
                        : getTranslation("pilot.gate.measured", gauge.text(measured)));
        Interval interval = gate.interval();
        if (interval != null && measured != null) {
            parts.add(getTranslation("pilot.gate.interval", Percent.of(interval.low()), Percent.of(interval.high())));
        }
        Double required = gate.required();
        if (required != null) {
            parts.add(getTranslation(
                    gauge == Gauge.AT_MOST ? "pilot.gate.at-most" : "pilot.gate.at-least", gauge.text(required)));
        }
        return String.join(getTranslation("pilot.comma"), parts);
    }

    static long open(List<Gate> gates) {
        return gates.stream().filter(gate -> !Boolean.TRUE.equals(gate.met())).count();
    }
}
