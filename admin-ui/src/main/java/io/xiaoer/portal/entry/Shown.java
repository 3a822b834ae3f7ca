package io.xiaoer.portal.entry;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.xiaoer.knowledge.EntryDraft;
import io.xiaoer.portal.entry.Words.Field;
import io.xiaoer.portal.words.DiffText;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Fields of an entry as a reader sees them. */
final class Shown {

    static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Component place;
    private final ZoneId timeZone;

    Shown(Component place, ZoneId timeZone) {
        this.place = place;
        this.timeZone = timeZone;
    }

    String label(Field field) {
        return place.getTranslation("entry.field." + field.name().toLowerCase(Locale.ROOT));
    }

    /** A field's value by itself. */
    Component value(Field field, EntryDraft draft) {
        Object value = field.of(draft);
        Div shown = new Div();
        shown.addClassName("shown-value");
        if (value instanceof List<?> list) {
            if (list.isEmpty()) {
                shown.add(new Span(text(field, null)));
            }
            list.forEach(item -> shown.add(new Div(item(field, String.valueOf(item)))));
        } else {
            shown.setText(text(field, value));
        }
        return shown;
    }

    /** What changed in a field. */
    Component difference(Field field, EntryDraft before, EntryDraft after) {
        Object was = field.of(before);
        Object is = field.of(after);
        if (was instanceof List<?> old && is instanceof List<?> fresh) {
            return DiffText.of(items(field, old), items(field, fresh));
        }
        return DiffText.of(text(field, was), text(field, is));
    }

    private List<String> items(Field field, List<?> values) {
        return values.stream().map(value -> item(field, String.valueOf(value))).toList();
    }

    private String item(Field field, String value) {
        return field == Field.NEEDS ? place.getTranslation("entry.need." + value) : value;
    }

    private String text(Field field, @Nullable Object value) {
        return switch (value) {
            case null ->
                place.getTranslation(
                        field == Field.VALIDFROM || field == Field.VALIDTO ? "entry.unlimited" : "entry.none");
            case Instant time -> TIME.format(time.atZone(timeZone));
            case Boolean enabled -> place.getTranslation(enabled ? "entry.on" : "entry.off");
            default -> value.toString();
        };
    }
}
