package io.xiaoer.portal.rules;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import io.xiaoer.rules.RuleCalendar;
import io.xiaoer.rules.RuleCalendar.Lane;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What holds of a rule at this moment, and what will. */
class RuleNow extends Section {

    private static final long serialVersionUID = 1L;

    RuleNow(RuleScene scene) {
        addClassNames("card", "rule-now");
        setId("now");
        add(new H2(getTranslation("rules.now")));
        Optional<Lane> lane = scene.lane();
        Optional<RuleCalendar.Span> now = lane.flatMap(it -> it.at(scene.now()));
        if (now.isPresent()) {
            add(line(scene, now.get(), true));
        } else {
            Paragraph nothing = new Paragraph(getTranslation("rules.now.nothing"));
            nothing.addClassName("hint");
            add(nothing);
        }
        List<RuleCalendar.Span> later = lane.map(it -> it.spans().stream()
                        .filter(span -> span.from().isAfter(scene.now()))
                        .limit(3)
                        .toList())
                .orElse(List.of());
        later.forEach(span -> add(line(scene, span, false)));
    }

    private Div line(RuleScene scene, RuleCalendar.Span span, boolean now) {
        Span when = new Span(now ? sinceNow(scene, span) : from(scene, span));
        when.addClassName("badge");
        when.setClassName("badge-full", now);
        Span version = new Span(getTranslation(
                "rules.version", String.valueOf(span.version().rule().version())));
        version.addClassName("hint");
        Div head = new Div(when, version);
        head.addClassName("rule-now-head");
        Span said = new Span(scene.said(this, span));
        said.addClassName("rule-now-said");
        Div line = new Div(head, said);
        line.addClassName("rule-now-line");
        return line;
    }

    private String sinceNow(RuleScene scene, RuleCalendar.Span span) {
        Instant to = span.to();
        return to == null
                ? getTranslation("rules.state.in-force")
                : getTranslation("rules.state.in-force-until", RuleTimes.of(to, scene.zone()));
    }

    private String from(RuleScene scene, RuleCalendar.Span span) {
        Instant to = span.to();
        String from = RuleTimes.of(span.from(), scene.zone());
        return to == null
                ? getTranslation("rules.state.planned", from)
                : getTranslation("rules.validity.between", from, RuleTimes.of(to, scene.zone()));
    }
}
