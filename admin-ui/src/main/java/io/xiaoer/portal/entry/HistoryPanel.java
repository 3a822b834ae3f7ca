package io.xiaoer.portal.entry;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.server.Command;
import io.xiaoer.knowledge.EntryVersion;
import io.xiaoer.shared.Page;
import java.time.ZoneId;
import java.util.Locale;

/** Who changed an entry, and when. */
class HistoryPanel extends Section {

    private static final long serialVersionUID = 1L;

    private final OrderedList list = new OrderedList();
    private final Div more = new Div();
    private final ZoneId timeZone;
    private final SerializableConsumer<EntryVersion> open;

    HistoryPanel(ZoneId timeZone, SerializableConsumer<EntryVersion> open) {
        this.timeZone = timeZone;
        this.open = open;
        addClassNames("card", "entry-history");
        setId("history");
        list.addClassName("history-list");
        add(new H2(getTranslation("entry.history")), list, more);
    }

    /** Shows the newest versions. */
    void show(Page<EntryVersion> page, SerializableConsumer<String> next) {
        list.removeAll();
        if (page.items().isEmpty()) {
            more.removeAll();
            Paragraph empty = new Paragraph(getTranslation("entry.history.empty"));
            empty.addClassName("hint");
            more.add(empty);
            return;
        }
        append(page, next);
    }

    void append(Page<EntryVersion> page, SerializableConsumer<String> next) {
        page.items().forEach(version -> list.add(line(version, () -> open.accept(version))));
        more.removeAll();
        String cursor = page.nextCursor();
        if (cursor != null) {
            Button button = new Button(getTranslation("entry.history.more"), click -> next.accept(cursor));
            button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
            more.add(button);
        }
    }

    private ListItem line(EntryVersion version, Command look) {
        Span what = new Span(getTranslation(
                "entry.change." + version.change().name().toLowerCase(Locale.ROOT), String.valueOf(version.number())));
        what.addClassName("history-what");
        Span who = new Span(who(this, version));
        Span when = new Span(Shown.TIME.format(version.at().atZoneSameInstant(timeZone)));
        Div detail = new Div(who, when);
        if (version.importId() != null) {
            detail.add(new Span(getTranslation("entry.history.import")));
        }
        detail.addClassNames("hint", "history-who");
        Button button = new Button(getTranslation("entry.history.look"), click -> look.execute());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        button.setAriaLabel(getTranslation("entry.history.look") + " #" + version.number());
        Div text = new Div(what, detail);
        ListItem line = new ListItem(text, button);
        line.getElement().setAttribute("data-version", String.valueOf(version.number()));
        return line;
    }

    /** Who made a version, as a reader knows them. */
    static String who(Component place, EntryVersion version) {
        return switch (version.actorKind()) {
            case PLATFORM, OPERATOR -> place.getTranslation("entry.actor.platform");
            case CLIENT -> place.getTranslation("entry.actor.client", version.actor());
            case MEMBER, SHOPPER -> version.actor();
        };
    }
}
