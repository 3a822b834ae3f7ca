package io.xiaoer.portal.entry;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox.AutoExpandMode;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.server.Command;
import io.xiaoer.answering.Need;
import io.xiaoer.answering.VoicePreview;
import io.xiaoer.knowledge.AlikeEntry;
import io.xiaoer.knowledge.EntryDraft;
import io.xiaoer.portal.words.Chips;
import io.xiaoer.portal.words.FieldProblems;
import io.xiaoer.portal.words.PickerTexts;
import io.xiaoer.portal.words.Typing;
import io.xiaoer.rules.RulesInForce;
import io.xiaoer.shared.Problem;
import io.xiaoer.tenants.Shop;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fields of one entry. Knows nothing of saving; tells when something was changed. */
class EntryForm extends Div {

    private static final long serialVersionUID = 1L;

    final AnswerField answer = new AnswerField();

    private final TextField question = new TextField();
    private final TextArea similar = new TextArea();
    private final Div alike = new Div();
    private final Chips keywords;
    private final MultiSelectComboBox<String> needs = new MultiSelectComboBox<>();
    private final FactPanel facts;
    private final DateTimePicker validFrom = new DateTimePicker();
    private final DateTimePicker validTo = new DateTimePicker();
    private final Checkbox enabled = new Checkbox();
    private final ZoneId timeZone;
    private final Command changed;
    private boolean writing;

    /** @param rules that the shop has, for examples */
    EntryForm(Shop shop, RulesInForce rules, Command changed) {
        this.timeZone = shop.timeZone();
        this.facts = new FactPanel(shop.locale(), rules, answer::insert);
        this.changed = changed;
        addClassName("entry-form");

        question.setLabel(getTranslation("entry.field.question"));
        question.setId("question");
        question.setPlaceholder(getTranslation("entry.question.example"));
        question.setMaxLength(EntryDraft.MAX_QUESTION);
        question.setRequiredIndicatorVisible(true);
        question.setManualValidation(true);
        question.setWidthFull();
        Typing.reacts(question);
        question.addValueChangeListener(event -> tell());

        similar.setLabel(getTranslation("entry.field.similar"));
        similar.setId("similar");
        similar.setPlaceholder(getTranslation("entry.similar.example"));
        similar.setMinRows(4);
        similar.setMaxRows(14);
        similar.setManualValidation(true);
        similar.setWidthFull();
        Typing.reacts(similar);
        similar.addValueChangeListener(event -> {
            countSimilar();
            tell();
        });
        alike.addClassName("alike");
        alike.setId("alike");
        alike.getElement().setAttribute("role", "status");

        keywords = new Chips(getTranslation("entry.field.keywords"));
        keywords.setId("keywords");
        keywords.setHelperText(getTranslation("entry.keywords.help"));
        keywords.setWidthFull();
        keywords.setManualValidation(true);
        keywords.addValueChangeListener(event -> tell());

        answer.field().addValueChangeListener(event -> tell());

        needs.setLabel(getTranslation("entry.field.needs"));
        needs.setId("needs");
        needs.setItems(EntryDraft.KNOWN_NEEDS.stream()
                .sorted(Comparator.comparing(this::need))
                .toList());
        needs.setItemLabelGenerator(this::need);
        needs.setRenderer(new ComponentRenderer<>(this::described));
        needs.setAutoExpand(AutoExpandMode.VERTICAL);
        needs.setHelperText(getTranslation("entry.needs.help"));
        needs.setWidthFull();
        needs.setManualValidation(true);
        needs.addValueChangeListener(event -> tell());

        for (DateTimePicker picker : List.of(validFrom, validTo)) {
            picker.setDatePickerI18n(PickerTexts.of(this));
            picker.setDatePlaceholder(getTranslation("entry.validity.date"));
            picker.setTimePlaceholder(getTranslation("entry.validity.time"));
            picker.setManualValidation(true);
            picker.addValueChangeListener(event -> tell());
        }
        validFrom.setLabel(getTranslation("entry.field.validfrom"));
        validFrom.setId("valid-from");
        validTo.setLabel(getTranslation("entry.field.validto"));
        validTo.setId("valid-to");
        Div validity = new Div(validFrom, validTo);
        validity.addClassName("entry-validity");
        Div zone = new Div(getTranslation("entry.validity.help", timeZone.getId()));
        zone.addClassName("hint");

        enabled.setLabel(getTranslation("entry.field.enabled"));
        enabled.setId("enabled");
        enabled.setHelperText(getTranslation("entry.enabled.help"));
        enabled.addValueChangeListener(event -> tell());

        Div asked = new Div(similar, alike);
        asked.addClassName("entry-asked");
        Div words = new Div(question, answer, needs, facts);
        words.addClassNames("card", "form", "entry-words");
        Div more = new Div(asked, keywords, new Div(validity, zone), enabled);
        more.addClassNames("card", "form", "entry-more");
        add(words, more);
    }

    private void tell() {
        facts.show(allNeeds());
        if (!writing) {
            changed.execute();
        }
    }

    private String need(String key) {
        return getTranslation("entry.need." + key);
    }

    private Component described(String key) {
        Span about = new Span(getTranslation("entry.need-about." + key));
        about.addClassName("hint");
        Div line = new Div(new Span(need(key)), about);
        line.addClassName("need-line");
        return line;
    }

    /** What the fields say now. */
    EntryDraft read(@Nullable String key, @Nullable Integer version) {
        return new EntryDraft(
                key,
                question.getValue().strip(),
                similarTexts(),
                keywords.texts(),
                answer.field().getValue().strip(),
                new ArrayList<>(needs.getValue()),
                time(validFrom.getValue()),
                time(validTo.getValue()),
                enabled.getValue(),
                version);
    }

    /** Fills the fields, without telling that anything changed. */
    void write(EntryDraft draft) {
        writing = true;
        try {
            question.setValue(text(draft.question()));
            similar.setValue(draft.similar() == null ? "" : String.join("\n", draft.similar()));
            keywords.setTexts(draft.keywords() == null ? List.of() : draft.keywords());
            answer.field().setValue(text(draft.answer()));
            needs.setValue(draft.needs() == null ? new LinkedHashSet<>() : new LinkedHashSet<>(draft.needs()));
            validFrom.setValue(local(draft.validFrom()));
            validTo.setValue(local(draft.validTo()));
            enabled.setValue(draft.enabled() == null || draft.enabled());
            countSimilar();
            showProblems(List.of());
        } finally {
            writing = false;
        }
    }

    void setQuestion(String text) {
        question.setValue(text.strip());
    }

    void addSimilar(String text) {
        if (!similarTexts().contains(text.strip())) {
            String before = similar.getValue().stripTrailing();
            similar.setValue(before.isEmpty() ? text.strip() : before + "\n" + text.strip());
        }
    }

    void addKeyword(String text) {
        List<String> all = keywords.texts();
        if (!all.contains(text.strip())) {
            all.add(text.strip());
            keywords.setTexts(all);
        }
    }

    /** Everything that shoppers may ask this entry with. */
    List<String> asked() {
        List<String> asked = new ArrayList<>(similarTexts());
        if (!question.getValue().isBlank()) {
            asked.addFirst(question.getValue().strip());
        }
        return asked;
    }

    String questionText() {
        return question.getValue().strip();
    }

    String answerText() {
        return answer.field().getValue();
    }

    /** Names of the facts that were chosen. */
    List<String> chosenNeeds() {
        return new ArrayList<>(needs.getValue());
    }

    /** Those chosen and those that the answer speaks of. */
    Set<Need> allNeeds() {
        return VoicePreview.needs(answerText(), chosenNeeds());
    }

    void focusQuestion() {
        question.focus();
    }

    void setReadOnly(boolean readOnly) {
        question.setReadOnly(readOnly);
        similar.setReadOnly(readOnly);
        keywords.setReadOnly(readOnly);
        answer.setReadOnly(readOnly);
        needs.setReadOnly(readOnly);
        facts.setReadOnly(readOnly);
        validFrom.setReadOnly(readOnly);
        validTo.setReadOnly(readOnly);
        enabled.setReadOnly(readOnly);
    }

    /** Shows what is wrong, at the field it is about; an answer's template is checked while typing and not touched by an empty list. */
    void showProblems(List<Problem.FieldError> errors) {
        Map<String, String> texts = FieldProblems.byField(this, errors);
        FieldProblems.mark(question, texts.get("question"));
        FieldProblems.mark(similar, texts.get("similar"));
        FieldProblems.mark(keywords, texts.get("keywords"));
        FieldProblems.mark(needs, texts.get("needs"));
        FieldProblems.mark(validFrom, texts.get("validFrom"));
        FieldProblems.mark(validTo, texts.get("validTo"));
        showAnswerProblem(texts.get("answer"));
    }

    void showAnswerProblem(@Nullable String problem) {
        FieldProblems.mark(answer.field(), problem);
    }

    /** Gently: the same question elsewhere makes the two compete. */
    void showAlike(List<AlikeEntry> found) {
        alike.removeAll();
        found.stream().limit(3).forEach(other -> {
            Anchor link = new Anchor("/knowledge/" + other.key(), other.question());
            link.setTarget("_blank");
            Div line = new Div(
                    new Span(getTranslation("entry.alike.before", other.text())),
                    link,
                    new Span(getTranslation("entry.alike.after")));
            line.addClassName("hint");
            alike.add(line);
        });
        if (found.size() > 3) {
            Div more = new Div(getTranslation("entry.alike.more", String.valueOf(found.size() - 3)));
            more.addClassName("hint");
            alike.add(more);
        }
    }

    private List<String> similarTexts() {
        return lines().distinct().toList();
    }

    private java.util.stream.Stream<String> lines() {
        return Arrays.stream(similar.getValue().split("\\R")).map(String::strip).filter(line -> !line.isEmpty());
    }

    private void countSimilar() {
        long typed = lines().count();
        int count = similarTexts().size();
        similar.setHelperText(
                typed > count
                        ? getTranslation("entry.similar.repeated", String.valueOf(count), String.valueOf(typed - count))
                        : getTranslation("entry.similar.count", String.valueOf(count)));
    }

    private @Nullable OffsetDateTime time(@Nullable LocalDateTime local) {
        return local == null ? null : local.atZone(timeZone).toOffsetDateTime();
    }

    private @Nullable LocalDateTime local(@Nullable OffsetDateTime time) {
        return time == null ? null : time.atZoneSameInstant(timeZone).toLocalDateTime();
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
