package io.xiaoer.portal.reports;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import io.xiaoer.insights.Report.Trial;
import io.xiaoer.insights.Shares;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/** The pilot's members beside everybody else. */
class TrialCard extends Section {

    private static final long serialVersionUID = 1L;

    private record Measure(String name, Function<Shares, OptionalDouble> share) {}

    private static final List<Measure> MEASURES = List.of(
            new Measure("resolved", Shares::resolvedShare),
            new Measure("unknown", Shares::unknownShare),
            new Measure("handed-over", Shares::handedOverShare),
            new Measure("thumbs-down", Shares::thumbsDownShare));

    TrialCard(Trial trial) {
        setId("pilot-beside");
        addClassNames("card", "reports-trial");
        Paragraph lead = new Paragraph(getTranslation(
                "reports.trial.lead",
                trial.members().conversations(),
                trial.rest().conversations()));
        lead.addClassName("hint");
        add(new H2(getTranslation("reports.trial")), lead);
        for (Measure measure : MEASURES) {
            Span name = new Span(getTranslation("reports.tile." + measure.name()));
            name.addClassName("reports-trial-name");
            Div row = new Div(
                    name,
                    bar("members", measure.share().apply(trial.members())),
                    bar("rest", measure.share().apply(trial.rest())));
            row.addClassName("reports-trial-row");
            add(row);
        }
    }

    private Component bar(String who, OptionalDouble share) {
        Span label = new Span(getTranslation("reports.trial." + who));
        label.addClassName("reports-bar-label");
        Div filled = new Div();
        filled.addClassNames("reports-bar-filled", "reports-bar-" + who);
        filled.getStyle().set("width", Told.points(share.orElse(0)) + "%");
        Div track = new Div(filled);
        track.addClassName("reports-bar-track");
        track.getElement().setAttribute("aria-hidden", "true");
        Span value = new Span(Told.share(share));
        value.addClassName("reports-bar-value");
        Div bar = new Div(label, track, value);
        bar.addClassName("reports-bar");
        return bar;
    }
}
