package io.xiaoer.portal.pilot;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.SerializableBiConsumer;
import io.xiaoer.rollout.PilotSettings;
import io.xiaoer.rollout.Rollout;
import io.xiaoer.rollout.Targets;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;

/** Who is taken into a pilot, and which numbers are good enough; each field says what it means. */
class SettingsDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private static final double POINTS = 100;
    private static final int ALL = 100;

    private final IntegerField size;
    private final IntegerField sampleRate;
    private final IntegerField newWithinDays;
    private final IntegerField resolved;
    private final IntegerField unknown;
    private final IntegerField handover;
    private final IntegerField thumbsDown;
    private final IntegerField slow;
    private final IntegerField widgetErrors;
    private final IntegerField conversations;

    /** What was entered. */
    record Wanted(PilotSettings pilot, Targets targets) implements Serializable {}

    /** @param save is to close the dialog once it is saved */
    SettingsDialog(Rollout rollout, SerializableBiConsumer<SettingsDialog, Wanted> save) {
        setId("settings-dialog");
        setHeaderTitle(getTranslation("pilot.settings"));
        setWidth("40rem");
        PilotSettings pilot = rollout.pilot().settings();
        Targets targets = rollout.targets();
        size = field("size", PilotSettings.SMALLEST, PilotSettings.LARGEST, pilot.size());
        size.setStep(10);
        sampleRate = points("sample-rate", 1, pilot.sampleRate());
        newWithinDays = field("new-within", 0, PilotSettings.MOST_DAYS, pilot.newWithinDays());
        conversations = field("conversations", 1, Targets.MOST_CONVERSATIONS, targets.conversations());
        resolved = points("resolved", 0, targets.resolved());
        unknown = points("unknown", 0, targets.unknown());
        handover = points("handover", 0, targets.handover());
        thumbsDown = points("thumbs-down", 0, targets.thumbsDown());
        slow = points("slow", 0, targets.slow());
        widgetErrors = points("widget-errors", 0, targets.widgetErrors());
        Div who = new Div(size, sampleRate, newWithinDays);
        who.addClassName("settings-fields");
        Div marks = new Div(conversations, resolved, unknown, handover, thumbsDown, slow, widgetErrors);
        marks.addClassName("settings-fields");
        Paragraph lead = new Paragraph(getTranslation("pilot.settings.marks.lead"));
        lead.addClassName("hint");
        Div form = new Div(
                new H3(getTranslation("pilot.settings.who")),
                who,
                new H3(getTranslation("pilot.settings.marks")),
                lead,
                marks);
        form.addClassNames("form", "pilot-form");
        add(form);
        Button yes = new Button(getTranslation("common.save"), click -> {
            if (isComplete()) {
                save.accept(this, wanted());
            }
        });
        yes.setId("settings-save");
        yes.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("common.cancel"), click -> close()), yes);
    }

    private IntegerField points(String name, int least, double share) {
        IntegerField field = field(name, least, ALL, (int) Math.round(share * POINTS));
        Span unit = new Span("%");
        field.setSuffixComponent(unit);
        return field;
    }

    private IntegerField field(String name, int least, int most, int value) {
        IntegerField field = new IntegerField(getTranslation("pilot.settings." + name));
        field.setId("settings-" + name);
        field.setHelperText(getTranslation("pilot.settings." + name + ".help"));
        field.setMin(least);
        field.setMax(most);
        field.setValue(value);
        field.setManualValidation(true);
        field.setErrorMessage(getTranslation("pilot.settings.range", String.format(Locale.ROOT, "%d–%d", least, most)));
        field.setStepButtonsVisible(true);
        field.setValueChangeMode(ValueChangeMode.EAGER);
        field.addValueChangeListener(change -> field.setInvalid(isOut(field)));
        return field;
    }

    private boolean isComplete() {
        List<IntegerField> wrong = List.of(
                        size,
                        sampleRate,
                        newWithinDays,
                        conversations,
                        resolved,
                        unknown,
                        handover,
                        thumbsDown,
                        slow,
                        widgetErrors)
                .stream()
                .filter(SettingsDialog::isOut)
                .toList();
        wrong.forEach(field -> field.setInvalid(true));
        wrong.stream().findFirst().ifPresent(IntegerField::focus);
        return wrong.isEmpty();
    }

    private static boolean isOut(IntegerField field) {
        Integer value = field.getValue();
        return value == null || value < field.getMin() || value > field.getMax();
    }

    private Wanted wanted() {
        return new Wanted(
                new PilotSettings(size.getValue(), share(sampleRate), newWithinDays.getValue()),
                new Targets(
                        share(resolved),
                        share(unknown),
                        share(handover),
                        share(thumbsDown),
                        share(slow),
                        share(widgetErrors),
                        conversations.getValue()));
    }

    private static double share(IntegerField points) {
        return points.getValue() / POINTS;
    }
}
