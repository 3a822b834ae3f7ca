package io.xiaoer.portal.start;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.xiaoer.answering.VoicePreview;
import io.xiaoer.bots.BotId;
import io.xiaoer.knowledge.Entry;
import io.xiaoer.onboarding.FirstQuestions;
import io.xiaoer.onboarding.Step;
import io.xiaoer.shared.Problem;
import io.xiaoer.shared.Problem.Code;
import io.xiaoer.tone.Tone;
import io.xiaoer.tone.ToneDraft;
import io.xiaoer.tone.TonePreset;
import io.xiaoer.tone.ToneProfile;
import io.xiaoer.tone.ToneProfile.Emoji;
import io.xiaoer.tone.Tones;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How the bot speaks: the same answers, said anew with each choice. Every choice is kept at once. */
class VoiceStep extends StepContent {

    private static final long serialVersionUID = 1L;

    private final transient Tones tones;
    private final BotId bot;
    private final String shopName;
    private final String shopLocale;
    private final transient List<Entry> samples;

    private final RadioButtonGroup<TonePreset> presets = new RadioButtonGroup<>();
    private final RadioButtonGroup<Emoji> emoji = new RadioButtonGroup<>();
    private final TextField selfName = new TextField();
    private final TextField address = new TextField();
    private final TextArea greeting = new TextArea();
    private final Div chat = new Div();
    private final Span saved = new Span();

    private transient ToneProfile profile;
    private int version;

    /** Reads the voice and what it is heard in. */
    @org.springframework.stereotype.Component
    static class Reader implements StepContent.Reader {

        private final Tones tones;
        private final FirstQuestions questions;

        Reader(Tones tones, FirstQuestions questions) {
            this.tones = tones;
            this.questions = questions;
        }

        @Override
        public Step step() {
            return Step.VOICE;
        }

        @Override
        public Supplier<StepContent> read(StartView view, Scene scene) {
            Tone tone = tones.get(scene.bot().id());
            List<Entry> samples = questions.samples(scene.bot().id());
            return () -> new VoiceStep(view, tones, scene, tone, samples);
        }
    }

    private VoiceStep(StartView view, Tones tones, Scene scene, Tone tone, List<Entry> samples) {
        super(view);
        this.tones = tones;
        this.bot = scene.bot().id();
        this.shopName = scene.shop().name();
        this.shopLocale = scene.locales().shop();
        this.samples = samples;
        this.profile = tone.profile();
        this.version = tone.version();

        presets.setId("presets");
        presets.addClassNames("tiles", "start-presets");
        presets.setLabel(view.getTranslation("start.voice.presets"));
        presets.setItems(TonePreset.values());
        presets.setRenderer(new ComponentRenderer<>(this::tile));
        emoji.setId("emoji");
        emoji.setLabel(view.getTranslation("start.voice.emoji"));
        emoji.setItems(Emoji.values());
        emoji.setItemLabelGenerator(
                some -> view.getTranslation("start.voice.emoji." + some.name().toLowerCase(Locale.ROOT)));
        address.setId("address");
        address.setLabel(view.getTranslation("start.voice.address"));
        address.setHelperText(view.getTranslation("start.voice.address.hint"));
        selfName.setId("self-name");
        selfName.setLabel(view.getTranslation("start.voice.self-name"));
        selfName.setMaxLength(ToneDraft.MAX_SELF_NAME);
        greeting.setId("greeting");
        greeting.setLabel(view.getTranslation("start.voice.greeting"));
        greeting.setMaxLength(ToneDraft.MAX_LINE);
        for (var field : List.of(address, selfName)) {
            field.setManualValidation(true);
            field.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        }
        greeting.setManualValidation(true);
        saved.addClassName("hint");
        saved.getElement().setAttribute("aria-live", "polite");
        fill();

        presets.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                save(change.getValue().applyTo(profile));
            }
        });
        emoji.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                save(with(profile.address(), change.getValue(), profile.selfName(), profile.greeting()));
            }
        });
        address.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                save(with(words(change.getValue()), profile.emoji(), profile.selfName(), profile.greeting()));
            }
        });
        selfName.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                String name = change.getValue().strip();
                // a greeting that says the old name says the new one
                String line = profile.selfName().isBlank() || name.isEmpty()
                        ? profile.greeting()
                        : profile.greeting().replace(profile.selfName(), name);
                save(with(profile.address(), profile.emoji(), name, line));
            }
        });
        greeting.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                save(with(
                        profile.address(),
                        profile.emoji(),
                        profile.selfName(),
                        change.getValue().strip()));
            }
        });

        H2 heard = new H2(view.getTranslation("start.voice.preview"));
        chat.setId("voice-preview");
        chat.addClassName("start-chat");
        Section preview = new Section(heard, chat);
        preview.addClassNames("card", "start-voice-preview");
        Div details = new Div(emoji, row("start-pair", address, selfName), greeting, saved);
        details.addClassNames("start-voice-details", "form");
        // on a phone, a choice and what it does to the answers stand together
        add(row("start-voice", presets, preview, details));
        say();
    }

    private Div tile(TonePreset preset) {
        String name = preset.name().toLowerCase(Locale.ROOT);
        VaadinIcon icon = switch (preset) {
            case QIN -> VaadinIcon.SMILEY_O;
            case BAOZI -> VaadinIcon.HEART_O;
            case ZANMEN -> VaadinIcon.COFFEE;
            case NIN -> VaadinIcon.BRIEFCASE;
        };
        Span title = new Span(view.getTranslation("start.voice.preset." + name));
        title.addClassName("tile-name");
        Span lead = new Span(view.getTranslation("start.voice.preset." + name + ".lead"));
        lead.addClassName("tile-summary");
        Div tile = new Div(picture(icon), title, lead);
        tile.addClassName("tile");
        return tile;
    }

    private ToneProfile with(List<String> addresses, Emoji some, String name, String line) {
        return new ToneProfile(name, addresses, profile.particles(), some, profile.banned(), line, profile.signOff());
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split("[、,，;；\\s]+"))
                .filter(word -> !word.isBlank())
                .distinct()
                .toList();
    }

    private void fill() {
        presets.setValue(presetOf(profile));
        emoji.setValue(profile.emoji());
        address.setValue(String.join("、", profile.address()));
        selfName.setValue(profile.selfName());
        greeting.setValue(profile.greeting());
    }

    private static @Nullable TonePreset presetOf(ToneProfile profile) {
        return Arrays.stream(TonePreset.values())
                .filter(preset -> preset.isOf(profile))
                .findFirst()
                .orElse(null);
    }

    /** Shows how the bot speaks now: its greeting, then each sample asked and answered. */
    private void say() {
        chat.removeAll();
        chat.add(bubble("clerk", profile.greeting()));
        for (Entry sample : samples) {
            Component asked = bubble("shopper", sample.question());
            String text = switch (VoicePreview.sound(
                    profile, shopLocale, shopName, sample.key(), sample.answer(), shopLocale)) {
                case VoicePreview.Said said -> said.text();
                case VoicePreview.Broken broken -> broken.problem();
            };
            chat.add(asked, bubble("clerk", text));
        }
    }

    private void save(ToneProfile chosen) {
        for (var field : List.of(address, selfName)) {
            field.setInvalid(false);
        }
        greeting.setInvalid(false);
        saved.setText("");
        view.change(
                () -> tones.save(bot, ToneDraft.of(chosen, version)),
                tone -> {
                    profile = tone.profile();
                    version = tone.version();
                    fill();
                    say();
                    saved.setText("✓ " + view.getTranslation("start.saved"));
                },
                this::isShownAtItsField);
    }

    private boolean isShownAtItsField(Problem problem) {
        if (problem.code() != Code.INVALID_INPUT || problem.errors().isEmpty()) {
            return false;
        }
        for (Problem.FieldError error : problem.errors()) {
            boolean banned = error.message().contains("banned");
            if (error.field().startsWith("address")) {
                address.setErrorMessage(
                        view.getTranslation(banned ? "start.voice.error.banned" : "start.voice.error.address"));
                address.setInvalid(true);
            } else if (error.field().startsWith("selfName")) {
                selfName.setErrorMessage(
                        view.getTranslation(banned ? "start.voice.error.banned" : "start.voice.error.self-name"));
                selfName.setInvalid(true);
            } else if (error.field().startsWith("greeting")) {
                greeting.setErrorMessage(
                        view.getTranslation(banned ? "start.voice.error.banned" : "start.voice.error.greeting"));
                greeting.setInvalid(true);
            } else {
                return false;
            }
        }
        return true;
    }
}
