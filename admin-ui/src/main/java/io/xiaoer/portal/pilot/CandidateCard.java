package io.xiaoer.portal.pilot;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import io.xiaoer.releases.ReleaseSummary;
import io.xiaoer.rollout.Rollout;
import java.util.List;

/** Tries another release on the cohort while everyone else stays on the one they know. */
class CandidateCard extends Section {

    private static final long serialVersionUID = 1L;

    CandidateCard(PilotView view, PilotView.Data data) {
        setId("candidate");
        addClassNames("card", "pilot-candidate");
        Rollout rollout = data.rollout();
        add(new H2(getTranslation("pilot.candidate")));
        Integer candidate = rollout.candidate();
        if (candidate == null) {
            offer(view, data, rollout);
        } else {
            tried(view, data, rollout, candidate);
        }
    }

    private void tried(PilotView view, PilotView.Data data, Rollout rollout, int candidate) {
        Paragraph what = new Paragraph(getTranslation(
                rollout.servesRest() ? "pilot.candidate.tried" : "pilot.candidate.tried.only",
                named(data.release(candidate), candidate),
                String.valueOf(rollout.liveRelease())));
        what.setId("candidate-tried");
        add(what);
        if (!view.mayEdit()) {
            return;
        }
        Button promote = new Button(
                getTranslation("pilot.candidate.promote", String.valueOf(candidate)), click -> view.promote(data));
        promote.setId("promote");
        promote.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Button withdraw = new Button(getTranslation("pilot.candidate.withdraw"), click -> view.withdraw(data));
        withdraw.setId("withdraw");
        Div actions = new Div(promote, withdraw);
        actions.addClassName("actions");
        add(actions);
    }

    private void offer(PilotView view, PilotView.Data data, Rollout rollout) {
        add(new Paragraph(getTranslation(
                rollout.servesRest() ? "pilot.candidate.offer" : "pilot.candidate.offer.only",
                String.valueOf(rollout.pilot().settings().size()))));
        List<ReleaseSummary> others = data.releases().stream()
                .filter(release -> release.number() != rollout.liveRelease())
                .toList();
        if (others.isEmpty()) {
            Paragraph none = new Paragraph(getTranslation("pilot.candidate.none"));
            none.addClassName("hint");
            add(none);
            return;
        }
        if (!view.mayEdit()) {
            return;
        }
        Select<ReleaseSummary> release = new Select<>();
        release.setId("candidate-release");
        release.setLabel(getTranslation("pilot.candidate.which"));
        release.setItems(others);
        release.setItemLabelGenerator(one -> one == null ? "" : named(one, one.number()));
        release.setPlaceholder(getTranslation("pilot.candidate.choose"));
        Button set = new Button(
                getTranslation("pilot.candidate.try"),
                click -> view.propose(data, release.getValue().number()));
        set.setId("candidate-try");
        set.setEnabled(false);
        release.addValueChangeListener(change -> set.setEnabled(change.getValue() != null));
        Div row = new Div(release, set);
        row.addClassName("candidate-row");
        add(row);
    }

    private String named(@org.jspecify.annotations.Nullable ReleaseSummary release, int number) {
        return release == null || release.note().isBlank()
                ? getTranslation("pilot.release", String.valueOf(number))
                : getTranslation("pilot.release.noted", String.valueOf(number), release.note());
    }
}
