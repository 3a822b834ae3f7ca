package io.xiaoer.portal.rules;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldBase;
import com.vaadin.flow.component.timepicker.TimePicker;
import com.vaadin.flow.server.Command;
import io.xiaoer.portal.words.Chips;
import io.xiaoer.portal.words.FieldProblems;
import io.xiaoer.portal.words.Typing;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes the fields of parameters; each tells when it was changed. */
final class Params {

    private static final int TEXT = 500;

    private final Component page;
    private final Command changed;

    Params(Component page, Command changed) {
        this.page = page;
        this.changed = changed;
    }

    /** @param unit the text's key for what is counted */
    Param number(String name, String unit, boolean required) {
        IntegerField field = new IntegerField(label(name));
        field.setSuffixComponent(new Span(page.getTranslation(unit)));
        field.setRequiredIndicatorVisible(required);
        field.setManualValidation(true);
        field.setMin(0);
        field.setStepButtonsVisible(true);
        help(name, field::setHelperText);
        Typing.reacts(field);
        return new Field<>(name, field, value -> value instanceof Number number ? number.intValue() : null, it -> it);
    }

    Param money(String name, boolean required) {
        TextField field = moneyField(page, label(name));
        field.setRequiredIndicatorVisible(required);
        help(name, field::setHelperText);
        return new Field<>(name, field, Params::text, Params::orNull);
    }

    static TextField moneyField(Component page, String label) {
        TextField field = new TextField(label);
        field.setPrefixComponent(new Span(page.getTranslation("rules.currency")));
        field.setAllowedCharPattern("[0-9.]");
        field.getElement().setAttribute("inputmode", "decimal");
        field.setManualValidation(true);
        Typing.reacts(field);
        return field;
    }

    Param flag(String name) {
        Checkbox field = new Checkbox(label(name));
        help(name, field::setHelperText);
        return new Field<>(name, field, Boolean.TRUE::equals, it -> it);
    }

    Param tags(String name) {
        Chips field = new Chips(label(name));
        field.setManualValidation(true);
        field.setPlaceholder(page.getTranslation("rules.tags"));
        help(name, field::setHelperText);
        field.addValueChangeListener(change -> changed.execute());
        return new Tags(name, field);
    }

    Param choice(String name, List<String> values) {
        Select<String> field = new Select<>();
        field.setLabel(label(name));
        field.setItems(values);
        field.setItemLabelGenerator(
                value -> value == null ? "" : page.getTranslation("rules.field." + name + "." + value));
        return new Field<>(name, field, value -> value == null ? values.getFirst() : value.toString(), it -> it);
    }

    Param url(String name) {
        TextField field = new TextField(label(name));
        field.setPlaceholder("https://");
        return words(name, field);
    }

    Param line(String name) {
        TextField field = new TextField(label(name));
        field.setMaxLength(TEXT);
        return required(name, field);
    }

    Param lines(String name) {
        TextArea field = new TextArea(label(name));
        field.setMaxLength(TEXT);
        return required(name, field);
    }

    private <F extends TextFieldBase<F, String>> Param required(String name, F field) {
        field.setRequiredIndicatorVisible(true);
        return words(name, field);
    }

    private <F extends TextFieldBase<F, String>> Param words(String name, F field) {
        field.setManualValidation(true);
        help(name, field::setHelperText);
        Typing.reacts(field);
        return new Field<>(name, field, Params::text, Params::orNull);
    }

    Param time(String name) {
        TimePicker field = new TimePicker(label(name));
        field.setStep(Duration.ofMinutes(30));
        field.setClearButtonVisible(true);
        field.setManualValidation(true);
        help(name, field::setHelperText);
        return new Field<>(
                name,
                field,
                value -> value == null ? null : LocalTime.parse(value.toString()),
                it -> it == null ? null : it.toString());
    }

    Param tiers(String name) {
        return new TierRows(name, changed);
    }

    Param levels(String name) {
        return new LevelRows(name, changed);
    }

    private String label(String name) {
        return page.getTranslation("rules.field." + name);
    }

    private void help(String name, java.util.function.Consumer<String> field) {
        String key = "rules.help." + name;
        if (HELPED.contains(name)) {
            field.accept(page.getTranslation(key));
        }
    }

    private static final java.util.Set<String> HELPED = java.util.Set.of(
            "windowDays",
            "days",
            "excludeCategories",
            "applyUrl",
            "freeOver",
            "remoteRegions",
            "remoteFee",
            "cutOff",
            "regions",
            "stackWithCoupons",
            "proof",
            "how",
            "maxPerOrder");

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static @Nullable String orNull(String text) {
        return text.isBlank() ? null : text.strip();
    }

    /** A parameter that is one field. */
    private final class Field<C extends AbstractField<C, V>, V> implements Param {

        private final String name;
        private final C field;
        private final Function<@Nullable Object, @Nullable V> shown;
        private final Function<V, @Nullable Object> meant;

        Field(
                String name,
                C field,
                Function<@Nullable Object, @Nullable V> shown,
                Function<V, @Nullable Object> meant) {
            this.name = name;
            this.field = field;
            this.shown = shown;
            this.meant = meant;
            field.setId(name);
            field.addValueChangeListener(change -> changed.execute());
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Component component() {
            return field;
        }

        @Override
        public @Nullable Object read() {
            return meant.apply(field.getValue());
        }

        @Override
        public void write(@Nullable Object value) {
            field.setValue(shown.apply(value));
        }

        @Override
        public void mark(Map<String, String> problems) {
            if (field instanceof HasValidationProperties validated) {
                FieldProblems.mark(validated, problems.get(name));
            }
        }

        @Override
        public void setReadOnly(boolean readOnly) {
            field.setReadOnly(readOnly);
        }
    }

    /** A parameter of several short texts. */
    private record Tags(String name, Chips component) implements Param {

        Tags {
            component.setId(name);
        }

        @Override
        public Object read() {
            return component.texts();
        }

        @Override
        public void write(@Nullable Object value) {
            component.setTexts(
                    value instanceof List<?> texts
                            ? texts.stream().map(Objects::toString).toList()
                            : List.of());
        }

        @Override
        public void mark(Map<String, String> problems) {
            FieldProblems.mark(
                    component,
                    problems.entrySet().stream()
                            .filter(problem -> problem.getKey().equals(name)
                                    || problem.getKey().startsWith(name + "["))
                            .map(Map.Entry::getValue)
                            .findFirst()
                            .orElse(null));
        }

        @Override
        public void setReadOnly(boolean readOnly) {
            component.setReadOnly(readOnly);
        }
    }
}
