package io.xiaoer.portal.inbox;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.function.SerializableConsumer;
import io.xiaoer.conversations.DeskSettings;
import io.xiaoer.portal.words.Chips;
import io.xiaoer.portal.words.FieldProblems;
import io.xiaoer.shared.Problem;
import io.xiaoer.shared.Problem.FieldError;
import java.time.ZoneId;

/** How the desk works: its hours, what is said while nobody is there, what brings a shopper to a person. */
class DeskForm extends Section {

    private static final long serialVersionUID = 1L;
    private static final int MINUTES = 60;

    private final HoursEditor hours;
    private final TextArea away = new TextArea();
    private final Chips keywords;
    private final Checkbox automatic = new Checkbox();
    private final IntegerField personIdle = new IntegerField();
    private final IntegerField waitingIdle = new IntegerField();
    private final int version;

    DeskForm(DeskSettings settings, ZoneId zone, boolean mayEdit, SerializableConsumer<DeskForm> save) {
        version = settings.version();
        addClassNames("card", "desk-card");
        setId("desk-form");
        Paragraph lead = new Paragraph(getTranslation("desk.hours.lead", zone.getId()));
        lead.addClassName("hint");
        hours = new HoursEditor(settings.hours());
        away.setId("away-text");
        away.setLabel(getTranslation("desk.away"));
        away.setHelperText(getTranslation("desk.away.help"));
        away.setPlaceholder(getTranslation("desk.away.example"));
        away.setMaxLength(DeskSettings.MAX_AWAY_TEXT);
        away.setWidthFull();
        away.setValue(settings.awayText() == null ? "" : settings.awayText());
        keywords = new Chips(getTranslation("desk.keywords"));
        keywords.setId("keywords");
        keywords.setHelperText(getTranslation("desk.keywords.help"));
        keywords.setWidthFull();
        keywords.setTexts(settings.keywords());
        automatic.setId("automatic");
        automatic.setLabel(getTranslation("desk.automatic"));
        automatic.setHelperText(getTranslation("desk.automatic.help"));
        automatic.setValue(settings.automatic());
        personIdle.setId("person-idle");
        personIdle.setLabel(getTranslation("desk.idle.person"));
        waitingIdle.setId("waiting-idle");
        waitingIdle.setLabel(getTranslation("desk.idle.waiting"));
        minutes(personIdle, settings.personIdleMinutes());
        minutes(waitingIdle, settings.waitingIdleMinutes());
        Div idle = new Div(personIdle, waitingIdle);
        idle.addClassName("desk-idle");
        add(new H2(getTranslation("desk.hours")), lead, hours, away, keywords, automatic, idle);
        hours.setEnabled(mayEdit);
        away.setReadOnly(!mayEdit);
        keywords.setReadOnly(!mayEdit);
        automatic.setReadOnly(!mayEdit);
        personIdle.setReadOnly(!mayEdit);
        waitingIdle.setReadOnly(!mayEdit);
        if (mayEdit) {
            Button go = new Button(getTranslation("common.save"), click -> {
                mark();
                save.accept(this);
            });
            go.setId("save-desk");
            go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            Div actions = new Div(go);
            actions.addClassName("actions");
            add(actions);
        }
    }

    private void minutes(IntegerField field, int value) {
        field.setSuffixComponent(new com.vaadin.flow.component.html.Span(getTranslation("desk.minutes")));
        field.setStepButtonsVisible(true);
        field.setStep(value < MINUTES ? DeskSettings.LEAST_IDLE : MINUTES / 2);
        field.setMin(0);
        field.setManualValidation(true);
        field.setValue(value);
    }

    private void mark() {
        FieldProblems.mark(away, null);
        FieldProblems.mark(keywords, null);
        FieldProblems.mark(personIdle, null);
        FieldProblems.mark(waitingIdle, null);
        hours.mark(null);
    }

    DeskSettings settings() {
        return new DeskSettings(
                hours.hours(),
                away.getValue(),
                keywords.texts(),
                automatic.getValue(),
                personIdle.isEmpty() ? 0 : personIdle.getValue(),
                waitingIdle.isEmpty() ? 0 : waitingIdle.getValue(),
                version);
    }

    /** Marks the fields that a problem is about; false if it is about none. */
    boolean shows(Problem problem) {
        for (FieldError error : problem.errors()) {
            String field = error.field().replaceAll("\\[.*", "");
            switch (field) {
                case "awayText" -> FieldProblems.mark(away, getTranslation("desk.away.wrong"));
                case "keywords" -> FieldProblems.mark(keywords, getTranslation("desk.keywords.wrong"));
                case "personIdleMinutes" -> FieldProblems.mark(personIdle, getTranslation("desk.idle.wrong"));
                case "waitingIdleMinutes" -> FieldProblems.mark(waitingIdle, getTranslation("desk.idle.wrong"));
                default -> hours.mark(getTranslation("desk.hours.wrong"));
            }
        }
        return !problem.errors().isEmpty();
    }
}
