package io.xiaoer.portal.pilot;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import io.xiaoer.portal.frame.Ago;
import io.xiaoer.rollout.Pilot;
import io.xiaoer.rollout.PilotSettings;
import io.xiaoer.rollout.Rollout;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/** How many shoppers take part, and who can still come in. */
class CohortCard extends Section {

    private static final long serialVersionUID = 1L;

    CohortCard(Rollout rollout, ZoneId zone) {
        setId("cohort");
        addClassNames("card", "pilot-cohort");
        Pilot pilot = rollout.pilot();
        PilotSettings settings = pilot.settings();
        int enrolled = pilot.enrolled();
        Div words = new Div(new Paragraph(
                enrolled >= settings.size()
                        ? getTranslation("pilot.cohort.full", enrolled)
                        : getTranslation("pilot.cohort.count", enrolled, settings.size())));
        if (enrolled < Pilot.FEWEST) {
            words.add(new Paragraph(getTranslation("pilot.cohort.enough", Pilot.FEWEST - enrolled)));
        }
        Paragraph who = new Paragraph(
                getTranslation("pilot.cohort.who", Percent.of(settings.sampleRate()), settings.newWithinDays()));
        who.addClassName("hint");
        words.add(who);
        OffsetDateTime started = pilot.startedAt();
        if (started != null) {
            Paragraph since =
                    new Paragraph(getTranslation("pilot.cohort.since", pilot.number(), Ago.time(started, zone)));
            since.addClassName("hint");
            words.add(since);
        }
        if (!rollout.isPiloting()) {
            Paragraph rests = new Paragraph(getTranslation("pilot.cohort.rests"));
            rests.addClassName("warning");
            words.add(rests);
        }
        words.addClassName("pilot-words");
        Div row = new Div(
                new ProgressRing(
                        enrolled, settings.size(), getTranslation("pilot.cohort.count", enrolled, settings.size())),
                words);
        row.addClassName("pilot-cohort-row");
        add(new H2(getTranslation("pilot.cohort")), row);
    }
}
