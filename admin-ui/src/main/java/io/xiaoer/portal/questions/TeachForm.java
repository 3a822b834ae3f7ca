package io.xiaoer.portal.questions;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.component.textfield.TextArea;
import io.xiaoer.insights.Mend;
import io.xiaoer.insights.Mend.As;
import io.xiaoer.portal.words.Chips;
import io.xiaoer.portal.words.FieldProblems;
import io.xiaoer.portal.words.Typing;
import io.xiaoer.shared.Problem;
import io.xiaoer.shared.Problem.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** These words belong to an entry that is there: as its keywords, or as more ways to ask it. */
class TeachForm extends MendForm {

    private static final long serialVersionUID = 1L;

    private final ComboBox<String> entry = new ComboBox<>();
    private final RadioButtonGroup<As> as = new RadioButtonGroup<>();
    private final Chips keywords;
    private final TextArea similar = new TextArea();
    private boolean keywordsTyped;
    private boolean similarTyped;

    /** Suggests texts for an entry, or for none that is chosen yet. */
    interface Suggestions extends java.io.Serializable {
        List<String> texts(As as, @Nullable String entryKey);
    }

    /**
     * @param questions of entries by their keys, those that are likely first
     * @param chosen the entry; null if that is to be chosen
     */
    TeachForm(Map<String, String> questions, @Nullable String chosen, Suggestions suggestions) {
        entry.setId("mend-entry");
        entry.setLabel(getTranslation("fixing.teach.entry"));
        entry.setPlaceholder(getTranslation("fixing.teach.entry.choose"));
        entry.setItems(new ArrayList<>(questions.keySet()));
        entry.setItemLabelGenerator(key -> questions.getOrDefault(key, key));
        entry.setWidthFull();
        entry.setManualValidation(true);
        as.setId("mend-as");
        as.setLabel(getTranslation("fixing.teach.as"));
        as.setItems(As.KEYWORD, As.SIMILAR);
        as.setItemLabelGenerator(one -> getTranslation("fixing.teach.as." + one.key()));
        as.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        keywords = new Chips(getTranslation("fixing.teach.keywords"));
        keywords.setId("mend-keywords");
        keywords.setHelperText(getTranslation("fixing.teach.keywords.help"));
        keywords.setWidthFull();
        keywords.setManualValidation(true);
        keywords.addValueChangeListener(change -> keywordsTyped |= change.isFromClient());
        similar.setId("mend-similar");
        similar.setLabel(getTranslation("fixing.teach.similar"));
        similar.setHelperText(getTranslation("fixing.teach.similar.help"));
        similar.setMinRows(4);
        similar.setMaxRows(10);
        similar.setWidthFull();
        similar.setManualValidation(true);
        Typing.reacts(similar);
        similar.addValueChangeListener(change -> similarTyped |= change.isFromClient());
        as.setValue(As.KEYWORD);
        entry.setValue(chosen != null && questions.containsKey(chosen) ? chosen : null);
        suggest(suggestions);
        as.addValueChangeListener(change -> suggest(suggestions));
        entry.addValueChangeListener(change -> suggest(suggestions));
        add(new Paragraph(getTranslation("fixing.teach.lead")), entry, as, keywords, similar);
    }

    /** Fills in what is not typed by hand. */
    private void suggest(Suggestions suggestions) {
        boolean byKeyword = as.getValue() == As.KEYWORD;
        keywords.setVisible(byKeyword);
        similar.setVisible(!byKeyword);
        if (byKeyword && !keywordsTyped) {
            keywords.setTexts(suggestions.texts(As.KEYWORD, entry.getValue()));
        } else if (!byKeyword && !similarTyped) {
            similar.setValue(String.join("\n", suggestions.texts(As.SIMILAR, entry.getValue())));
        }
    }

    @Override
    String title() {
        return getTranslation("fixing.do.teach");
    }

    @Override
    Optional<Mend> mend() {
        FieldProblems.mark(entry, null);
        FieldProblems.mark(keywords, null);
        FieldProblems.mark(similar, null);
        String key = entry.getValue();
        boolean byKeyword = as.getValue() == As.KEYWORD;
        List<String> texts = byKeyword ? keywords.texts() : lines(similar.getValue());
        if (key == null) {
            FieldProblems.mark(entry, getTranslation("fixing.teach.entry.required"));
        }
        if (texts.isEmpty()) {
            FieldProblems.mark(byKeyword ? keywords : similar, getTranslation("words.wrong.required"));
        }
        return key == null || texts.isEmpty()
                ? Optional.empty()
                : Optional.of(byKeyword ? Mend.keyword(key, texts) : Mend.similar(key, texts));
    }

    @Override
    boolean shows(Problem problem) {
        if (problem.code() != Code.INVALID_INPUT || problem.errors().isEmpty()) {
            return false;
        }
        FieldProblems.byField(this, problem.errors())
                .forEach((field, text) -> FieldProblems.mark(
                        field.startsWith("entry") ? entry : as.getValue() == As.KEYWORD ? keywords : similar, text));
        return true;
    }
}
