package io.xiaoer.portal.questions;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.xiaoer.answering.VoicePreview;
import io.xiaoer.answering.VoicePreview.Broken;
import io.xiaoer.answering.VoicePreview.Said;
import io.xiaoer.answering.VoicePreview.Sound;
import io.xiaoer.insights.Mend;
import io.xiaoer.knowledge.EntryDraft;
import io.xiaoer.portal.words.ChatBubble;
import io.xiaoer.portal.words.Chips;
import io.xiaoer.portal.words.FieldProblems;
import io.xiaoer.portal.words.Typing;
import io.xiaoer.shared.Problem;
import io.xiaoer.shared.Problem.Code;
import io.xiaoer.tenants.Shop;
import io.xiaoer.tone.ToneProfile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A new entry that answers the question, begun with how people answered it; its answer is heard as it is written. */
class NewEntryForm extends MendForm {

    private static final long serialVersionUID = 1L;

    private final transient Shop shop;
    private final transient ToneProfile tone;
    private final transient EntryDraft base;
    private final TextField question = new TextField();
    private final TextArea answer = new TextArea();
    private final TextArea similar = new TextArea();
    private final Chips keywords;
    private final ChatBubble heard = ChatBubble.clerk("");
    private final Div preview = new Div();

    /** @param base what the form begins with */
    NewEntryForm(Shop shop, ToneProfile tone, EntryDraft base) {
        this.shop = shop;
        this.tone = tone;
        this.base = base;
        question.setId("mend-question");
        question.setLabel(getTranslation("entry.field.question"));
        question.setMaxLength(EntryDraft.MAX_QUESTION);
        question.setWidthFull();
        question.setManualValidation(true);
        question.setValue(text(base.question()));
        Typing.reacts(question);
        answer.setId("mend-answer");
        answer.setLabel(getTranslation("entry.field.answer"));
        answer.setHelperText(
                getTranslation(text(base.answer()).isBlank() ? "fixing.answer.help" : "fixing.answer.help.learnt"));
        answer.setMaxLength(EntryDraft.MAX_ANSWER);
        answer.setMinRows(3);
        answer.setMaxRows(10);
        answer.setWidthFull();
        answer.setManualValidation(true);
        answer.setValueChangeMode(ValueChangeMode.LAZY);
        answer.setValue(text(base.answer()));
        answer.addValueChangeListener(change -> hear());
        similar.setId("mend-similar");
        similar.setLabel(getTranslation("entry.field.similar"));
        similar.setHelperText(getTranslation("tests.lines"));
        similar.setMinRows(3);
        similar.setMaxRows(8);
        similar.setWidthFull();
        similar.setManualValidation(true);
        similar.setValue(String.join("\n", list(base.similar())));
        Typing.reacts(similar);
        keywords = new Chips(getTranslation("entry.field.keywords"));
        keywords.setId("mend-keywords");
        keywords.setHelperText(getTranslation("entry.keywords.help"));
        keywords.setWidthFull();
        keywords.setManualValidation(true);
        keywords.setTexts(list(base.keywords()));
        Span label = new Span(getTranslation("fixing.answer.heard"));
        label.addClassName("hint");
        preview.add(label, heard);
        preview.addClassName("fix-heard");
        hear();
        add(new Paragraph(getTranslation("fixing.answer.lead")), question, answer, preview, similar, keywords);
    }

    private void hear() {
        String written = answer.getValue().strip();
        preview.setVisible(!written.isEmpty());
        if (written.isEmpty()) {
            return;
        }
        switch (sound(written)) {
            case Said(String text, List<String> banned, var links, var cards) -> {
                FieldProblems.mark(answer, banned.isEmpty() ? null : banned(banned));
                heard.say(text);
            }
            case Broken(String problem) -> {
                FieldProblems.mark(answer, problem);
                preview.setVisible(false);
            }
        }
    }

    private Sound sound(String written) {
        return VoicePreview.sound(
                tone, shop.locale(), shop.name(), "draft", written, getLocale().toLanguageTag());
    }

    private String banned(List<String> words) {
        return getTranslation("start.fix.banned", String.join("、", words));
    }

    @Override
    String title() {
        return getTranslation("fixing.do.answer");
    }

    @Override
    Optional<Mend> mend() {
        for (HasValidationProperties field : List.of(question, answer, similar, keywords)) {
            FieldProblems.mark(field, null);
        }
        String asked = question.getValue().strip();
        String written = answer.getValue().strip();
        String wrong = wrong(written);
        if (asked.isEmpty()) {
            FieldProblems.mark(question, getTranslation("words.wrong.required"));
        }
        FieldProblems.mark(answer, wrong);
        if (asked.isEmpty() || wrong != null) {
            return Optional.empty();
        }
        return Optional.of(Mend.entry(new EntryDraft(
                base.key(),
                asked,
                lines(similar.getValue()),
                keywords.texts(),
                written,
                list(base.needs()),
                base.validFrom(),
                base.validTo(),
                true,
                null)));
    }

    private @Nullable String wrong(String written) {
        if (written.isEmpty()) {
            return getTranslation("words.wrong.required");
        }
        return switch (sound(written)) {
            case Said said -> said.banned().isEmpty() ? null : banned(said.banned());
            case Broken broken -> broken.problem();
        };
    }

    @Override
    boolean shows(Problem problem) {
        if (problem.code() != Code.INVALID_INPUT || problem.errors().isEmpty()) {
            return false;
        }
        Map<String, HasValidationProperties> fields =
                Map.of("question", question, "answer", answer, "similar", similar, "keywords", keywords);
        FieldProblems.byField(this, problem.errors()).forEach((field, text) -> {
            String name = field.substring(field.lastIndexOf('.') + 1);
            FieldProblems.mark(fields.getOrDefault(name, question), text);
        });
        return true;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static List<String> list(@Nullable List<String> texts) {
        return texts == null ? List.of() : texts;
    }
}
