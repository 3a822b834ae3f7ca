package io.xiaoer.portal.rehearsal;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.server.Command;
import io.xiaoer.conversations.IncomingMessage;
import io.xiaoer.portal.words.FieldProblems;
import io.xiaoer.portal.words.PickerTexts;
import io.xiaoer.rehearsal.Expectation;
import io.xiaoer.rehearsal.TestCase;
import io.xiaoer.shared.Problem;
import io.xiaoer.shared.Problem.Code;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a case asks and expects. */
class CaseDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private static final List<String> PAGES = List.of("", "product", "cart", "mine", "other");

    private final transient @Nullable TestCase before;
    private final ZoneId zone;
    private final TextField question = new TextField();
    private final ComboBox<String> entry = new ComboBox<>();
    private final MultiSelectComboBox<String> also = new MultiSelectComboBox<>();
    private final Select<String> kind = new Select<>();
    private final TextArea contains = new TextArea();
    private final TextArea lacks = new TextArea();
    private final ComboBox<String> group = new ComboBox<>();
    private final Checkbox required = new Checkbox();
    private final TextField shopper = new TextField();
    private final Select<String> page = new Select<>();
    private final TextField sku = new TextField();
    private final DateTimePicker at = new DateTimePicker();
    private final TextArea history = new TextArea();
    private final Checkbox together = new Checkbox();
    private final Paragraph nothing = new Paragraph();
    private final Button save;

    /**
     * @param one as it is; null for a new one
     * @param questions of entries, by their keys
     */
    CaseDialog(
            @Nullable TestCase one, List<String> groups, Map<String, String> questions, ZoneId zone, boolean readOnly) {
        this.before = one;
        this.zone = zone;
        setHeaderTitle(getTranslation(one == null ? "tests.add" : "tests.edit"));
        setWidth("40rem");
        addClassName("tests-dialog");
        asking(groups);
        expecting(questions);
        circumstances();
        if (one != null) {
            fill(one);
        } else {
            page.setValue("");
            kind.setValue("");
        }
        nothing.addClassName("failure");
        nothing.setText(getTranslation("tests.expect.nothing"));
        nothing.setVisible(false);
        nothing.setId("expect-nothing");
        Div texts = new Div(contains, lacks);
        texts.addClassName("tests-pair");
        Div which = new Div(kind, group);
        which.addClassName("tests-pair");
        Div more = new Div(shopper, page, sku, at, history, together);
        more.addClassName("form");
        Details details = new Details(getTranslation("tests.more-circumstances"), more);
        details.setOpened(one != null
                && (one.shopperId() != null
                        || one.page() != null
                        || one.at() != null
                        || !one.history().isEmpty()));
        Div form = new Div(
                question,
                new H3(getTranslation("tests.expect")),
                nothing,
                entry,
                also,
                which,
                texts,
                required,
                details);
        form.addClassName("form");
        add(form);
        save = new Button(getTranslation("common.save"));
        save.setId("save-test");
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation(readOnly ? "common.close" : "common.cancel"), click -> close()));
        if (readOnly) {
            Stream.of(question, contains, lacks, shopper, sku, history).forEach(field -> field.setReadOnly(true));
            Stream.of(entry, group).forEach(field -> field.setReadOnly(true));
            Stream.of(kind, page).forEach(field -> field.setReadOnly(true));
            Stream.of(required, together).forEach(field -> field.setReadOnly(true));
            also.setReadOnly(true);
            at.setReadOnly(true);
        } else {
            getFooter().add(save);
        }
        if (one == null) {
            question.focus();
        }
    }

    private void asking(List<String> groups) {
        question.setId("test-question");
        question.setLabel(getTranslation("tests.question"));
        question.setPlaceholder(getTranslation("tests.question.example"));
        question.setMaxLength(IncomingMessage.MAX_TEXT);
        question.setWidthFull();
        question.setManualValidation(true);
        group.setId("test-group");
        group.setLabel(getTranslation("tests.group"));
        group.setHelperText(getTranslation("tests.group.help"));
        group.setItems(new ArrayList<>(groups));
        group.setAllowCustomValue(true);
        group.addCustomValueSetListener(event -> {
            String name = event.getDetail().strip();
            group.setValue(name.substring(0, Math.min(TestCase.MAX_GROUP, name.length())));
        });
        required.setId("test-required");
        required.setLabel(getTranslation("tests.required.label"));
    }

    private void expecting(Map<String, String> questions) {
        List<String> keys = new ArrayList<>(questions.keySet());
        TestCase one = before;
        if (one != null) {
            // what is off or gone is still what the case expects
            one.expect().accepted().stream().filter(key -> !keys.contains(key)).forEach(keys::add);
        }
        entry.setId("test-entry");
        entry.setLabel(getTranslation("tests.entry"));
        entry.setHelperText(getTranslation("tests.entry.help"));
        entry.setItems(keys);
        entry.setItemLabelGenerator(key -> questions.getOrDefault(key, key));
        entry.setClearButtonVisible(true);
        entry.setWidthFull();
        also.setId("test-also");
        also.setLabel(getTranslation("tests.also"));
        also.setItems(keys);
        also.setItemLabelGenerator(key -> questions.getOrDefault(key, key));
        also.setWidthFull();
        kind.setId("test-kind");
        kind.setLabel(getTranslation("tests.kind"));
        List<String> kinds = new ArrayList<>(List.of(""));
        kinds.addAll(Expectation.KINDS);
        kind.setItems(kinds);
        kind.setItemLabelGenerator(
                item -> getTranslation("tests.kind." + (item == null || item.isEmpty() ? "any" : item)));
        contains.setId("test-contains");
        contains.setLabel(getTranslation("tests.contains"));
        lacks.setId("test-lacks");
        lacks.setLabel(getTranslation("tests.lacks"));
        for (TextArea area : List.of(contains, lacks)) {
            area.setHelperText(getTranslation("tests.lines"));
            area.setMinRows(2);
            area.setMaxRows(6);
            area.setManualValidation(true);
        }
    }

    private void circumstances() {
        shopper.setId("test-shopper");
        shopper.setLabel(getTranslation("trial.shopper"));
        shopper.setHelperText(getTranslation("tests.shopper.help"));
        shopper.setMaxLength(128);
        page.setId("test-page");
        page.setLabel(getTranslation("trial.page"));
        page.setItems(PAGES);
        page.setItemLabelGenerator(
                item -> getTranslation("trial.page." + (item == null || item.isEmpty() ? "any" : item)));
        page.addValueChangeListener(change -> sku.setVisible("product".equals(page.getValue())));
        sku.setId("test-sku");
        sku.setLabel(getTranslation("trial.sku"));
        sku.setMaxLength(128);
        sku.setVisible(false);
        at.setId("test-at");
        at.setLabel(getTranslation("trial.at"));
        at.setHelperText(getTranslation("trial.at.help", zone.getId()));
        at.setDatePickerI18n(PickerTexts.of(this));
        history.setId("test-history");
        history.setLabel(getTranslation("trial.before"));
        history.setHelperText(getTranslation("tests.history.help", TestCase.MOST_HISTORY));
        history.setMinRows(2);
        history.setMaxRows(6);
        history.setManualValidation(true);
        together.setId("test-together");
        together.setLabel(getTranslation("tests.together"));
    }

    private void fill(TestCase one) {
        question.setValue(one.question());
        group.setValue(one.group().isEmpty() ? null : one.group());
        required.setValue(one.required());
        Expectation expect = one.expect();
        entry.setValue(expect.entryKey());
        also.setValue(Set.copyOf(expect.alsoAccept()));
        kind.setValue(expect.kind() == null ? "" : expect.kind());
        contains.setValue(String.join("\n", expect.contains()));
        lacks.setValue(String.join("\n", expect.lacks()));
        shopper.setValue(one.shopperId() == null ? "" : one.shopperId());
        Map<String, Object> where = one.page() == null ? Map.of() : one.page();
        String named = String.valueOf(where.getOrDefault("kind", ""));
        page.setValue(PAGES.contains(named) ? named : "other");
        sku.setValue(String.valueOf(where.getOrDefault("sku", "")));
        OffsetDateTime asked = one.at();
        at.setValue(asked == null ? null : asked.atZoneSameInstant(zone).toLocalDateTime());
        history.setValue(String.join("\n", one.history()));
        together.setValue(!one.history().isEmpty() && !one.apart());
    }

    void onSave(SerializableConsumer<TestCase.Draft> saving) {
        save.addClickListener(click -> {
            FieldProblems.mark(question, null);
            Stream.of(contains, lacks, history).forEach(area -> FieldProblems.mark(area, null));
            nothing.setVisible(false);
            saving.accept(draft());
        });
    }

    /** Offers to delete the case. */
    void onDelete(Command deleting) {
        if (save.getParent().isEmpty()) {
            return;
        }
        Button delete = new Button(getTranslation("common.delete"), click -> deleting.execute());
        delete.setId("delete-test");
        delete.addThemeVariants(ButtonVariant.LUMO_ERROR, ButtonVariant.LUMO_TERTIARY);
        delete.addClassName("tests-delete");
        getFooter().getElement().insertChild(0, delete.getElement());
    }

    private TestCase.Draft draft() {
        String named = group.getValue();
        String wanted = kind.getValue();
        return new TestCase.Draft(
                question.getValue(),
                named == null ? "" : named,
                lines(history),
                !together.getValue(),
                shopper.getValue(),
                page(),
                at.getValue() == null ? null : at.getValue().atZone(zone).toOffsetDateTime(),
                new Expectation(
                        entry.getValue(),
                        List.copyOf(also.getValue()),
                        wanted == null || wanted.isEmpty() ? null : wanted,
                        lines(contains),
                        lines(lacks)),
                required.getValue(),
                before == null ? null : before.version());
    }

    /** What a page says beside its kind and product stays. */
    private @Nullable Map<String, Object> page() {
        String named = page.getValue();
        if (named == null || named.isEmpty()) {
            return null;
        }
        Map<String, Object> where = new LinkedHashMap<>();
        TestCase one = before;
        if (one != null && one.page() != null && named.equals(one.page().get("kind"))) {
            where.putAll(one.page());
        }
        where.put("kind", named);
        where.remove("sku");
        if (sku.isVisible() && !sku.getValue().isBlank()) {
            where.put("sku", sku.getValue().strip());
        }
        return where;
    }

    private static List<String> lines(TextArea area) {
        return Arrays.stream(area.getValue().split("\\R"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** Marks the fields that a problem is about; false if it is about none. */
    boolean shows(Problem problem) {
        if (problem.code() != Code.INVALID_INPUT) {
            return false;
        }
        FieldProblems.byField(this, problem.errors()).forEach((field, text) -> {
            Map<String, HasValidationProperties> fields = Map.of(
                    "question", question, "expect.contains", contains, "expect.lacks", lacks, "history", history);
            HasValidationProperties wrong = fields.get(field);
            if (wrong != null) {
                FieldProblems.mark(wrong, text);
            } else {
                nothing.setText(field.equals("expect") ? getTranslation("tests.expect.nothing") : text);
                nothing.setVisible(true);
            }
        });
        return !problem.errors().isEmpty();
    }
}
