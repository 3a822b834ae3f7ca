package io.xiaoer.portal.rules;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import io.xiaoer.rules.RuleCalendar.Lane;
import io.xiaoer.rules.RuleParams;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** One rule in one sentence, and whether it holds. */
class RuleLine extends Anchor {

    private static final long serialVersionUID = 1L;

    RuleLine(Lane lane, ZoneId zone, Instant now) {
        super("/rules/" + lane.type().key() + "/" + lane.key());
        addClassNames("card", "rule-line");
        getElement().setAttribute("data-rule", lane.type().key() + "/" + lane.key());
        Icon icon = RuleWords.picture(lane.type().key()).create();
        icon.addClassName("rule-icon");
        icon.getElement().setAttribute("aria-hidden", "true");

        Span name = new Span(RuleWords.title(this, lane.type().key()));
        name.addClassName("rule-name");
        Div first = new Div(name, badge(lane, zone, now));
        first.addClassName("rule-first");
        Div text = new Div(first, new Span(sentence(lane, now)));
        text.addClassName("rule-text");
        change(lane, zone, now).ifPresent(change -> {
            Span line = new Span(change);
            line.addClassName("rule-change");
            text.add(line);
        });
        Span version = new Span(getTranslation(
                "rules.version", String.valueOf(lane.newest().rule().version())));
        version.addClassNames("hint", "rule-version");
        add(icon, text, version);
    }

    private String sentence(Lane lane, Instant now) {
        return lane.telling(now)
                .map(span -> span.version().rule().params())
                .map(params -> RuleWords.text(this, lane.type(), params))
                .orElseGet(() -> getTranslation("rules.never-held"));
    }

    private Span badge(Lane lane, ZoneId zone, Instant now) {
        Span badge = switch (lane.state(now)) {
            case IN_FORCE -> new Span(getTranslation("rules.state.in-force"));
            case PLANNED ->
                new Span(getTranslation(
                        "rules.state.planned",
                        lane.after(now)
                                .map(span -> RuleTimes.of(span.from(), zone))
                                .orElse("")));
            case ENDED -> new Span(getTranslation("rules.state.ended"));
        };
        badge.addClassName("badge");
        switch (lane.state(now)) {
            case IN_FORCE -> badge.addClassName("badge-full");
            case PLANNED -> {}
            case ENDED -> badge.addClassName("badge-ended");
        }
        return badge;
    }

    /** What will be otherwise, and when. */
    private Optional<String> change(Lane lane, ZoneId zone, Instant now) {
        return lane.at(now).flatMap(span -> {
            Instant to = span.to();
            if (to == null) {
                return Optional.empty();
            }
            Optional<RuleParams> next = lane.after(now)
                    .filter(later -> later.from().equals(to))
                    .map(later -> later.version().rule().params());
            return Optional.of(next.map(params -> getTranslation(
                            "rules.changes", RuleTimes.of(to, zone), RuleWords.text(this, lane.type(), params)))
                    .orElseGet(() -> getTranslation("rules.ends", RuleTimes.of(to, zone))));
        });
    }
}
