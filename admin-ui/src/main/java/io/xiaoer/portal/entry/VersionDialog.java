package io.xiaoer.portal.entry;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.server.Command;
import io.xiaoer.knowledge.EntryDraft;
import io.xiaoer.knowledge.EntryVersion;
import io.xiaoer.portal.entry.Words.Field;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One version of an entry: what it changed, or how it differs from now, and the way back to it. */
class VersionDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private enum Against {
        BEFORE,
        NOW,
        NOTHING
    }

    private final transient EntryVersion version;
    private final transient @Nullable EntryVersion before;
    private final transient @Nullable EntryDraft now;
    private final transient Shown shown;
    private final Div body = new Div();

    /**
     * @param before the version it came after, if any
     * @param now what the entry says now; empty if it is gone
     * @param restore null if the reader may not
     */
    VersionDialog(
            EntryVersion version,
            Optional<EntryVersion> before,
            Optional<EntryDraft> now,
            ZoneId timeZone,
            @Nullable Command restore) {
        this.version = version;
        this.before = before.orElse(null);
        this.now = now.orElse(null);
        this.shown = new Shown(this, timeZone);
        setHeaderTitle(getTranslation("entry.version.title", String.valueOf(version.number())));
        addClassName("version");
        setWidth("44rem");
        body.addClassName("version-body");
        RadioButtonGroup<Against> against = new RadioButtonGroup<>();
        against.setItems(
                this.before == null
                        ? this.now == null ? List.of(Against.NOTHING) : List.of(Against.NOTHING, Against.NOW)
                        : this.now == null
                                ? List.of(Against.BEFORE, Against.NOTHING)
                                : List.of(Against.BEFORE, Against.NOW, Against.NOTHING));
        against.setItemLabelGenerator(
                choice -> getTranslation("entry.version." + choice.name().toLowerCase(java.util.Locale.ROOT)));
        against.addValueChangeListener(event -> show(event.getValue()));
        against.setValue(this.before == null ? Against.NOTHING : Against.BEFORE);
        against.setAriaLabel(getTranslation("entry.version.against"));
        Paragraph who = new Paragraph(
                Shown.TIME.format(version.at().atZoneSameInstant(timeZone)) + " · " + HistoryPanel.who(this, version));
        who.addClassName("hint");
        add(who, against, body);
        getFooter().add(new Button(getTranslation("common.close"), click -> close()));
        if (restore != null) {
            Button back = new Button(getTranslation("entry.restore"), click -> {
                close();
                restore.execute();
            });
            back.setId("restore");
            back.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            getFooter().add(back);
        }
    }

    private void show(Against against) {
        body.removeAll();
        EntryDraft draft = version.entry().toDraft();
        EntryVersion earlier = before;
        EntryDraft current = now;
        switch (against) {
            case NOTHING -> {
                for (Field field : Field.values()) {
                    body.add(line(field, shown.value(field, draft)));
                }
            }
            case BEFORE -> {
                if (earlier != null) {
                    compare(earlier.entry().toDraft(), draft);
                }
            }
            case NOW -> {
                if (current != null) {
                    compare(draft, current);
                }
            }
        }
    }

    private void compare(EntryDraft from, EntryDraft to) {
        List<Field> differing = Words.differing(from, to);
        if (differing.isEmpty()) {
            body.add(new Paragraph(getTranslation("entry.version.same")));
        }
        for (Field field : differing) {
            body.add(line(field, shown.difference(field, from, to)));
        }
    }

    private Component line(Field field, Component value) {
        Div line = new Div(new H3(shown.label(field)), value);
        line.addClassName("version-line");
        return line;
    }
}
