package io.xiaoer.portal.start;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.server.Command;
import io.xiaoer.answering.VoicePreview;
import io.xiaoer.bots.BotId;
import io.xiaoer.knowledge.Entry;
import io.xiaoer.knowledge.EntryDraft;
import io.xiaoer.knowledge.KnowledgeDrafts;
import io.xiaoer.portal.start.StepContent.Locales;
import io.xiaoer.shared.Problem.Code;
import io.xiaoer.tone.ToneProfile;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Mends an answer on the spot; for a question that went wrong, also says which entry it meant, or writes a new one. */
class AnswerForm extends Div {

    private static final long serialVersionUID = 1L;

    /** What mending needs of the shop. */
    record Workshop(KnowledgeDrafts knowledge, BotId bot, String shopName, Locales locales, ToneProfile tone) {}

    private final StartView view;
    private final transient Workshop workshop;
    private final @Nullable String asked;
    private final SerializableConsumer<Entry> done;

    private final ComboBox<Entry> meant = new ComboBox<>();
    private final TextArea answer = new TextArea();
    private final Checkbox learn = new Checkbox();
    private transient @Nullable Entry entry;

    /** Edits the answer of an entry. */
    AnswerForm(StartView view, Workshop workshop, Entry entry, SerializableConsumer<Entry> done, Command cancel) {
        this(view, workshop, null, entry, done, cancel);
    }

    private AnswerForm(
            StartView view,
            Workshop workshop,
            @Nullable String asked,
            @Nullable Entry entry,
            SerializableConsumer<Entry> done,
            Command cancel) {
        this.view = view;
        this.workshop = workshop;
        this.asked = asked;
        this.entry = entry;
        this.done = done;
        addClassNames("start-form", "form");

        answer.setLabel(view.getTranslation("start.fix.answer"));
        answer.setMaxLength(EntryDraft.MAX_ANSWER);
        answer.setWidthFull();
        answer.setManualValidation(true);
        answer.setValueChangeMode(ValueChangeMode.LAZY);
        answer.addClassName("start-form-answer");
        answer.setValue(entry == null ? "" : entry.answer());

        Button save = new Button(view.getTranslation("common.save"), click -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.addClassName("start-form-save");
        Button back = new Button(view.getTranslation("common.cancel"), click -> cancel.execute());
        back.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        Div buttons = new Div(save, back);
        buttons.addClassName("actions");
        add(answer, buttons);
        answer.focus();
    }

    /**
     * Mends what the bot said to a question.
     *
     * @param entry the entry that answered, or that should have; null if there is none
     * @param right whether that entry answered
     * @param all entries that could be meant
     */
    static AnswerForm of(
            StartView view,
            Workshop workshop,
            String asked,
            @Nullable Entry entry,
            boolean right,
            List<Entry> all,
            SerializableConsumer<Entry> done,
            Command cancel) {
        AnswerForm form = new AnswerForm(view, workshop, asked, entry, done, cancel);
        form.choose(all, right);
        return form;
    }

    private void choose(List<Entry> all, boolean right) {
        Entry first = entry;
        meant.setLabel(view.getTranslation("start.fix.meant"));
        meant.setPlaceholder(view.getTranslation("start.fix.meant.new"));
        meant.setItems(all);
        meant.setItemLabelGenerator(Entry::question);
        meant.setClearButtonVisible(true);
        meant.setWidthFull();
        meant.addClassName("start-form-meant");
        learn.setLabel(view.getTranslation("start.fix.learn", asked));
        learn.addClassName("start-form-learn");
        learn.setValue(!right);
        learn.setVisible(!right && first != null);
        if (first != null) {
            all.stream()
                    .filter(candidate -> candidate.key().equals(first.key()))
                    .findFirst()
                    .ifPresent(meant::setValue);
        }
        meant.addValueChangeListener(change -> {
            Entry chosen = change.getValue();
            boolean other =
                    chosen != null && !(right && first != null && chosen.key().equals(first.key()));
            entry = chosen;
            answer.setValue(chosen == null ? "" : chosen.answer());
            learn.setVisible(other);
            learn.setValue(other);
        });
        addComponentAsFirst(meant);
        addComponentAtIndex(2, learn);
    }

    private void save() {
        String text = answer.getValue().strip();
        answer.setInvalid(false);
        if (text.isEmpty()) {
            refuse(view.getTranslation("start.fix.empty"));
            return;
        }
        switch (VoicePreview.sound(
                workshop.tone(),
                workshop.locales().shop(),
                workshop.shopName(),
                "draft",
                text,
                workshop.locales().reader())) {
            case VoicePreview.Broken broken -> refuse(broken.problem());
            case VoicePreview.Said said
            when !said.banned().isEmpty() ->
                refuse(view.getTranslation("start.fix.banned", String.join("、", said.banned())));
            case VoicePreview.Said ignored ->
                view.change(() -> store(text), done::accept, problem -> {
                    if (problem.code() == Code.INVALID_INPUT) {
                        refuse(view.getTranslation("start.fix.invalid"));
                        return true;
                    }
                    return false;
                });
        }
    }

    private void refuse(String why) {
        answer.setErrorMessage(why);
        answer.setInvalid(true);
    }

    private Entry store(String text) {
        Entry old = entry;
        if (old == null) {
            String question = asked == null ? text : asked;
            return workshop.knowledge()
                    .add(
                            workshop.bot(),
                            new EntryDraft(
                                    null, question, List.of(), List.of(), text, List.of(), null, null, true, null));
        }
        List<String> similar = new ArrayList<>(old.similar());
        if (learn.isVisible()
                && learn.getValue()
                && asked != null
                && !asked.equals(old.question())
                && !similar.contains(asked)) {
            similar.add(asked);
        }
        EntryDraft draft = new EntryDraft(
                old.key(),
                old.question(),
                similar,
                old.keywords(),
                text,
                old.needs(),
                old.validFrom(),
                old.validTo(),
                true,
                old.version());
        return workshop.knowledge().put(workshop.bot(), old.key(), draft);
    }
}
