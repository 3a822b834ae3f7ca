package io.xiaoer.portal.pilot;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import io.xiaoer.portal.frame.ChatLinks;
import io.xiaoer.rollout.Rollout;
import io.xiaoer.rollout.Stage;
import io.xiaoer.rollout.Step;
import io.xiaoer.rollout.Targets;
import java.util.Locale;

/** How far the bot is, what comes next and what that asks for, and the ways forward and back. */
class NextCard extends Section {

    private static final long serialVersionUID = 1L;

    private final PilotView view;
    private final transient PilotView.Data data;

    NextCard(PilotView view, PilotView.Data data) {
        this.view = view;
        this.data = data;
        Rollout rollout = data.rollout();
        setId("way");
        addClassNames("card", "pilot-way");
        add(new Stations(rollout), next(rollout), staff());
    }

    private Component next(Rollout rollout) {
        Div words = new Div();
        words.addClassName("pilot-words");
        Div actions = new Div();
        actions.addClassName("actions");
        Step step = rollout.nextStep().orElse(null);
        if (step == null) {
            words.add(new H2(getTranslation("pilot.next.none")), new Paragraph(getTranslation("pilot.next.none.text")));
        } else {
            words.add(new H2(getTranslation("pilot.next." + key(step), version(rollout))), new Paragraph(asks(step)));
        }
        if (view.mayEdit()) {
            if (step != null) {
                Button forward = new Button(
                        getTranslation("pilot.step." + key(step) + ".go", version(rollout)),
                        click -> view.forward(data));
                forward.setId("forward");
                forward.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
                actions.add(forward);
            }
            ways(rollout, actions);
        }
        Div next = new Div(words, actions);
        next.addClassName("pilot-next");
        return next;
    }

    private void ways(Rollout rollout, Div actions) {
        Stage stage = rollout.stage();
        if (stage == Stage.INTERNAL) {
            Button skip = new Button(getTranslation("pilot.skip"), click -> view.skip(data));
            skip.setId("skip");
            skip.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            actions.add(skip);
        } else {
            if (stage == Stage.FULL) {
                actions.add(back(Stage.PILOT));
            }
            actions.add(back(Stage.INTERNAL));
        }
    }

    private Button back(Stage stage) {
        Button back = new Button(getTranslation("pilot.back." + Stations.key(stage)), click -> view.back(data, stage));
        back.setId("back-" + Stations.key(stage));
        return back;
    }

    private String asks(Step step) {
        Targets targets = data.rollout().targets();
        return step == Step.TO_PILOT
                ? getTranslation("pilot.next.to-pilot.text")
                : getTranslation(
                        "pilot.next.on.text", String.valueOf(targets.conversations()), Percent.of(targets.resolved()));
    }

    private static String version(Rollout rollout) {
        return String.valueOf(rollout.piloted());
    }

    static String key(Step step) {
        return step.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private Component staff() {
        Div line = new Div(
                new Span(getTranslation("pilot.staff", data.rollout().staff().size())));
        line.addClassName("pilot-staff");
        line.setId("staff-line");
        view.getUI()
                .ifPresent(ui -> ui.getPage().fetchCurrentURL(url -> {
                    ChatLinks links = ChatLinks.of(
                            url, data.bot().widgetKey(), data.rollout().staffCode());
                    Anchor open = new Anchor(links.staff(), getTranslation("pilot.staff.open"), AnchorTarget.BLANK);
                    open.setId("try-as-staff");
                    line.add(open);
                }));
        return line;
    }
}
