package io.xiaoer.portal.tone;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.Command;
import io.xiaoer.portal.words.Chips;
import io.xiaoer.portal.words.FieldProblems;
import io.xiaoer.portal.words.Typing;
import io.xiaoer.shared.Problem;
import io.xiaoer.tone.ToneDraft;
import io.xiaoer.tone.TonePreset;
import io.xiaoer.tone.ToneProfile;
import io.xiaoer.tone.ToneProfile.Emoji;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of a voice. Knows nothing of saving; tells when something was changed. */
class ToneForm extends Div {

    private static final long serialVersionUID = 1L;

    private final Map<TonePreset, NativeButton> presets = new EnumMap<>(TonePreset.class);
    private final TextField selfName = new TextField();
    private final Chips address;
    private final Chips particles;
    private final RadioButtonGroup<Emoji> emoji = new RadioButtonGroup<>();
    private final TextArea greeting = new TextArea();
    private final TextArea signOff = new TextArea();
    private final TextArea banned = new TextArea();
    private final Command changed;
    private boolean writing;

    ToneForm(Command changed) {
        this.changed = changed;
        addClassName("tone-form");
        Div choices = new Div();
        choices.addClassName("tone-presets");
        choices.getElement().setAttribute("role", "group");
        choices.getElement().setAttribute("aria-label", getTranslation("tone.presets"));
        for (TonePreset preset : TonePreset.values()) {
            String name = preset.name().toLowerCase(Locale.ROOT);
            Span word = new Span(getTranslation("tone.preset." + name));
            word.addClassName("tone-preset-word");
            Span manner = new Span(getTranslation("tone.preset." + name + ".manner"));
            manner.addClassName("hint");
            NativeButton button = new NativeButton("", click -> choose(preset));
            button.add(word, manner);
            button.setId("preset-" + name);
            button.addClassName("tone-preset");
            presets.put(preset, button);
            choices.add(button);
        }
        Span presetsLabel = new Span(getTranslation("tone.presets"));
        presetsLabel.addClassName("tone-label");

        selfName.setLabel(getTranslation("tone.field.selfname"));
        selfName.setId("self-name");
        selfName.setMaxLength(ToneDraft.MAX_SELF_NAME);
        selfName.setRequiredIndicatorVisible(true);
        address = new Chips(getTranslation("tone.field.address"));
        address.setId("address");
        address.setHelperText(getTranslation("tone.address.help"));
        address.setManualValidation(true);
        address.addValueChangeListener(event -> tell());
        particles = new Chips(getTranslation("tone.field.particles"));
        particles.setId("particles");
        particles.setHelperText(getTranslation("tone.particles.help"));
        particles.setManualValidation(true);
        particles.addValueChangeListener(event -> tell());
        emoji.setLabel(getTranslation("tone.field.emoji"));
        emoji.setId("emoji");
        emoji.setItems(Emoji.values());
        emoji.setItemLabelGenerator(
                value -> getTranslation("tone.emoji." + value.name().toLowerCase(Locale.ROOT)));
        emoji.addValueChangeListener(event -> tell());
        greeting.setLabel(getTranslation("tone.field.greeting"));
        greeting.setId("greeting");
        greeting.setMaxLength(ToneDraft.MAX_LINE);
        greeting.setRequiredIndicatorVisible(true);
        signOff.setLabel(getTranslation("tone.field.signoff"));
        signOff.setId("sign-off");
        signOff.setMaxLength(ToneDraft.MAX_LINE);
        selfName.setManualValidation(true);
        Typing.reacts(selfName);
        selfName.addValueChangeListener(event -> tell());
        for (TextArea line : List.of(greeting, signOff)) {
            line.setMinRows(1);
            line.setManualValidation(true);
            Typing.reacts(line);
            line.addValueChangeListener(event -> tell());
        }
        banned.setLabel(getTranslation("tone.field.banned"));
        banned.setId("banned");
        banned.setHelperText(getTranslation("tone.banned.help"));
        banned.setManualValidation(true);
        banned.setMinRows(3);
        banned.setMaxRows(8);
        Typing.reacts(banned);
        banned.addValueChangeListener(event -> tell());
        Div voice = new Div(presetsLabel, choices, address, particles, emoji);
        voice.addClassNames("card", "form", "tone-voice");
        Div lines = new Div(selfName, greeting, signOff, banned);
        lines.addClassNames("card", "form", "tone-lines");
        add(voice, lines);
    }

    private void tell() {
        if (!writing) {
            changed.execute();
        }
    }

    private void choose(TonePreset preset) {
        write(preset.applyTo(profile()));
        changed.execute();
    }

    /** Which preset the fields amount to. */
    private void markPreset() {
        ToneProfile profile = profile();
        presets.forEach((preset, button) ->
                button.getElement().setAttribute("aria-pressed", String.valueOf(preset.isOf(profile))));
    }

    ToneDraft read(@Nullable Integer version) {
        return ToneDraft.of(profile(), version);
    }

    /** What the fields say, complete or not. */
    ToneProfile profile() {
        return new ToneProfile(
                selfName.getValue().strip(),
                address.texts(),
                particles.texts(),
                emoji.getValue() == null ? Emoji.NONE : emoji.getValue(),
                Chips.parse(banned.getValue()),
                greeting.getValue().strip(),
                signOff.getValue().strip());
    }

    /** Fills the fields, without telling that anything changed. */
    void write(ToneProfile profile) {
        writing = true;
        try {
            selfName.setValue(profile.selfName());
            address.setTexts(profile.address());
            particles.setTexts(profile.particles());
            emoji.setValue(profile.emoji());
            greeting.setValue(profile.greeting());
            signOff.setValue(profile.signOff());
            if (!Chips.parse(banned.getValue()).equals(profile.banned())) {
                banned.setValue(String.join("、", profile.banned()));
            }
            showProblems(List.of());
        } finally {
            writing = false;
        }
    }

    void setReadOnly(boolean readOnly) {
        presets.values().forEach(button -> button.setEnabled(!readOnly));
        selfName.setReadOnly(readOnly);
        address.setReadOnly(readOnly);
        particles.setReadOnly(readOnly);
        emoji.setReadOnly(readOnly);
        greeting.setReadOnly(readOnly);
        signOff.setReadOnly(readOnly);
        banned.setReadOnly(readOnly);
    }

    /** Shows what is wrong, at the field it is about, and which preset this is. */
    void showProblems(List<Problem.FieldError> errors) {
        Map<String, String> texts = FieldProblems.byField(this, errors);
        FieldProblems.mark(selfName, texts.get("selfName"));
        FieldProblems.mark(address, texts.get("address"));
        FieldProblems.mark(particles, texts.get("particles"));
        FieldProblems.mark(greeting, texts.get("greeting"));
        FieldProblems.mark(signOff, texts.get("signOff"));
        FieldProblems.mark(banned, texts.get("banned"));
        markPreset();
    }
}
