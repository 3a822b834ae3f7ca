package io.xiaoer.portal.rules;

import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.server.Command;
import io.xiaoer.portal.words.FieldProblems;
import io.xiaoer.portal.words.PickerTexts;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** From when until when a version holds, in the shop's time. */
class ValidityFields extends Section {

    private static final long serialVersionUID = 1L;

    private final DateTimePicker from = new DateTimePicker();
    private final DateTimePicker to = new DateTimePicker();
    private final ZoneId zone;

    ValidityFields(ZoneId zone, Command changed) {
        this.zone = zone;
        addClassNames("card", "form");
        for (DateTimePicker picker : List.of(from, to)) {
            picker.setDatePickerI18n(PickerTexts.of(this));
            picker.setDatePlaceholder(getTranslation("rules.validity.date"));
            picker.setTimePlaceholder(getTranslation("rules.validity.time"));
            picker.setStep(Duration.ofMinutes(30));
            picker.setManualValidation(true);
            picker.addValueChangeListener(change -> changed.execute());
        }
        from.setLabel(getTranslation("rules.field.validFrom"));
        from.setHelperText(getTranslation("rules.help.validFrom"));
        from.setId("valid-from");
        to.setLabel(getTranslation("rules.field.validTo"));
        to.setHelperText(getTranslation("rules.help.validTo"));
        to.setId("valid-to");
        Div fields = new Div(from, to);
        fields.addClassName("rule-validity");
        Div hint = new Div(getTranslation("rules.validity.zone", zone.getId()));
        hint.addClassName("hint");
        add(new H2(getTranslation("rules.validity")), fields, hint);
    }

    @Nullable
    OffsetDateTime from() {
        return time(from.getValue());
    }

    @Nullable
    OffsetDateTime to() {
        return time(to.getValue());
    }

    void write(@Nullable OffsetDateTime begin, @Nullable OffsetDateTime end) {
        from.setValue(local(begin));
        to.setValue(local(end));
    }

    void mark(Map<String, String> problems) {
        FieldProblems.mark(from, problems.get("validFrom"));
        FieldProblems.mark(to, problems.get("validTo"));
    }

    void setReadOnly(boolean readOnly) {
        from.setReadOnly(readOnly);
        to.setReadOnly(readOnly);
    }

    private @Nullable OffsetDateTime time(@Nullable LocalDateTime local) {
        return local == null ? null : local.atZone(zone).toOffsetDateTime();
    }

    private @Nullable LocalDateTime local(@Nullable OffsetDateTime time) {
        return time == null ? null : time.atZoneSameInstant(zone).toLocalDateTime();
    }
}
