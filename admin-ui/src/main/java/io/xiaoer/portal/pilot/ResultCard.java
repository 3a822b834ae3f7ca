package io.xiaoer.portal.pilot;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import io.xiaoer.insights.Shares;
import io.xiaoer.rollout.Interval;
import io.xiaoer.rollout.Rollout;
import java.util.OptionalDouble;

/** How the bot does with the members, how sure one can be of it, and how everyone else fares. */
class ResultCard extends Section {

    private static final long serialVersionUID = 1L;

    private final transient Rollout rollout;
    private final transient Shares members;
    private final transient Shares rest;

    ResultCard(Rollout rollout, Shares members, Shares rest) {
        this.rollout = rollout;
        this.members = members;
        this.rest = rest;
        setId("results");
        addClassNames("card", "pilot-results");
        add(new H2(getTranslation("pilot.results", rollout.piloted())));
        if (members.conversations() == 0) {
            add(new Paragraph(getTranslation("pilot.results.none")));
            return;
        }
        Div all = new Div();
        all.addClassName("results");
        for (Measure measure : Measure.values()) {
            all.add(line(measure));
        }
        Interval resolved = Measure.RESOLVED.interval(members);
        Paragraph sure = new Paragraph(
                resolved == null
                        ? getTranslation("pilot.honest")
                        : getTranslation(
                                "pilot.results.sure",
                                members.conversations(),
                                Math.round((resolved.high() - resolved.low()) * 50)));
        sure.addClassName("hint");
        sure.setId("how-sure");
        add(all, sure);
    }

    private Component line(Measure measure) {
        String key = "pilot.measure." + measure.key();
        Span name = new Span(getTranslation(key));
        name.addClassName("result-name");
        OptionalDouble share = measure.of(members);
        Span value = new Span(share.isPresent() ? Percent.of(share.getAsDouble()) : "–");
        value.addClassName("result-value");
        Interval interval = measure.interval(members);
        double target = measure.target(rollout.targets());
        boolean high = measure == Measure.RESOLVED;
        Span words = new Span(getTranslation(high ? "pilot.gate.at-least" : "pilot.gate.at-most", Percent.of(target))
                + (interval == null
                        ? ""
                        : getTranslation("pilot.comma")
                                + getTranslation(
                                        "pilot.gate.interval",
                                        Percent.of(interval.low()),
                                        Percent.of(interval.high()))));
        words.addClassName("hint");
        OptionalDouble others = measure.of(rest);
        Span compared = new Span(
                others.isPresent()
                        ? getTranslation("pilot.results.rest", Percent.of(others.getAsDouble()))
                        : getTranslation("pilot.results.rest.none"));
        compared.addClassName("hint");
        Div head = new Div(name, value);
        head.addClassName("result-head");
        Div foot = new Div(words, compared);
        foot.addClassName("result-foot");
        Div line = new Div(head, Range.ofShare(share.isPresent() ? share.getAsDouble() : null, interval, target), foot);
        boolean enough = members.conversations() >= rollout.targets().conversations();
        line.addClassNames("result", "result-" + (enough ? mood(interval, target, high) : "unknown"));
        line.getElement().setAttribute("data-measure", measure.key());
        return line;
    }

    /** Met or not only where the whole interval says so. */
    private static String mood(@org.jspecify.annotations.Nullable Interval interval, double target, boolean high) {
        if (interval == null) {
            return "unknown";
        }
        if (high ? interval.low() >= target : interval.high() <= target) {
            return "met";
        }
        return (high ? interval.high() < target : interval.low() > target) ? "unmet" : "unknown";
    }
}
