package io.xiaoer.portal.inbox;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.xiaoer.conversations.ConversationId;
import io.xiaoer.conversations.DeskCounts;
import io.xiaoer.conversations.DeskFilter;
import io.xiaoer.conversations.DeskFilter.Box;
import io.xiaoer.conversations.DeskLine;
import io.xiaoer.portal.frame.Messages;
import io.xiaoer.portal.frame.Notices;
import io.xiaoer.shared.Page;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who waits, whom one has, and everybody: one list at a time, kept up to date line by line. */
class LineList extends Section {

    static final int PAGE = 50;

    private static final long serialVersionUID = 1L;
    private static final int MOST = 500;
    private static final int SEARCH_MILLIS = 300;

    private final InboxView view;
    private final ZoneId zone;
    private final Tabs tabs = new Tabs();
    private final Map<Box, Tab> tabOf = new EnumMap<>(Box.class);
    private final Map<Box, Span> countOf = new EnumMap<>(Box.class);
    private final TextField search = new TextField();
    private final UnorderedList lines = new UnorderedList();
    private final Div below = new Div();
    private final transient Map<ConversationId, LineItem> items = new HashMap<>();
    private transient List<ConversationId> order = List.of();
    private transient @Nullable ConversationId marked;

    LineList(InboxView view, Box box, ZoneId zone) {
        this.view = view;
        this.zone = zone;
        addClassName("inbox-list");
        setId("inbox-list");
        for (Box one : Box.values()) {
            Span count = new Span();
            count.addClassName("inbox-count");
            Tab tab = new Tab(new Span(getTranslation("inbox.box." + one.name().toLowerCase(Locale.ROOT))), count);
            tab.setId("box-" + one.name().toLowerCase(Locale.ROOT));
            tabOf.put(one, tab);
            countOf.put(one, count);
            tabs.add(tab);
        }
        turnTo(box);
        tabs.addSelectedChangeListener(change -> {
            if (change.isFromClient()) {
                tabOf.forEach((one, tab) -> {
                    if (tab.equals(change.getSelectedTab())) {
                        view.turnTo(one);
                    }
                });
            }
        });
        search.setId("inbox-search");
        search.setPlaceholder(getTranslation("inbox.search"));
        search.setAriaLabel(getTranslation("inbox.search"));
        search.setPrefixComponent(VaadinIcon.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setMaxLength(DeskFilter.MAX_SEARCH);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setValueChangeTimeout(SEARCH_MILLIS);
        search.addValueChangeListener(change -> view.readLines(null));
        Div seek = new Div(search, settings());
        seek.addClassName("inbox-seek");
        lines.addClassName("inbox-lines");
        lines.getElement().setAttribute("aria-label", getTranslation("inbox.title"));
        below.addClassName("inbox-below");
        add(tabs, seek, lines, below);
    }

    private Component settings() {
        MenuBar menu = new MenuBar();
        menu.addThemeVariants(MenuBarVariant.LUMO_TERTIARY, MenuBarVariant.LUMO_ICON);
        MenuItem more = menu.addItem(VaadinIcon.COG.create());
        more.add(Notices.unseen(getTranslation("inbox.options")));
        more.getSubMenu()
                .addItem(
                        getTranslation("inbox.options.sound"),
                        click -> getElement()
                                .executeJs("return window.xiaoerInbox.toggleSound()")
                                .then(
                                        Boolean.class,
                                        on -> Messages.success(
                                                getTranslation(on ? "inbox.sound.on" : "inbox.sound.off"))));
        more.getSubMenu()
                .addItem(
                        getTranslation("inbox.options.notify"),
                        click -> getElement()
                                .executeJs("return window.xiaoerInbox.askToNotify()")
                                .then(
                                        String.class,
                                        answer -> Messages.success(getTranslation("inbox.notify." + answer))));
        more.getSubMenu().addItem(getTranslation("inbox.keys"), click -> new KeysDialog().open());
        more.getSubMenu().addItem(new Anchor("/inbox-settings", getTranslation("desk.title")));
        return menu;
    }

    /** What the list shows of a box. */
    DeskFilter filter(Box box) {
        String text = search.getValue().strip();
        return new DeskFilter(box, text.isEmpty() ? null : text, null, null);
    }

    /** As many lines as are to be read again. */
    int shown() {
        return Math.clamp(order.size(), PAGE, MOST);
    }

    void turnTo(Box box) {
        tabs.setSelectedTab(tabOf.get(box));
    }

    void focusSearch() {
        search.focus();
    }

    void count(DeskCounts counts) {
        count(Box.QUEUE, counts.waiting());
        count(Box.MINE, counts.mine());
    }

    private void count(Box box, int number) {
        Span count = countOf.get(box);
        if (count != null) {
            count.setText(number == 0 ? "" : String.valueOf(number));
        }
    }

    void show(Page<DeskLine> page, OffsetDateTime now) {
        List<ConversationId> fresh = page.items().stream().map(DeskLine::id).toList();
        page.items().forEach(line -> item(line, now));
        items.keySet().retainAll(fresh);
        if (!fresh.equals(order)) {
            lines.removeAll();
            fresh.forEach(id -> lines.add(items.get(id)));
            order = fresh;
        }
        mark(marked);
        showBelow(page.nextCursor());
    }

    void append(Page<DeskLine> page, OffsetDateTime now) {
        List<ConversationId> all = new ArrayList<>(order);
        page.items().forEach(line -> {
            boolean isNew = !items.containsKey(line.id());
            LineItem item = item(line, now);
            if (isNew) {
                lines.add(item);
                all.add(line.id());
            }
        });
        order = List.copyOf(all);
        showBelow(page.nextCursor());
    }

    private LineItem item(DeskLine line, OffsetDateTime now) {
        LineItem item = items.computeIfAbsent(line.id(), id -> new LineItem(zone));
        item.show(line, now);
        return item;
    }

    private void showBelow(@Nullable String next) {
        below.removeAll();
        if (next != null) {
            Button more = new Button(getTranslation("inbox.more"), click -> view.readLines(next));
            more.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            below.add(more);
        } else if (order.isEmpty()) {
            String key = search.isEmpty() ? "inbox.empty." + boxName() : "inbox.empty.search";
            Paragraph nothing = new Paragraph(getTranslation(key));
            nothing.addClassName("inbox-nothing");
            below.add(nothing);
        }
    }

    private String boxName() {
        return tabOf.entrySet().stream()
                .filter(one -> one.getValue().equals(tabs.getSelectedTab()))
                .map(one -> one.getKey().name().toLowerCase(Locale.ROOT))
                .findFirst()
                .orElse("queue");
    }

    /** Shows which one is open. */
    void mark(@Nullable ConversationId open) {
        marked = open;
        items.forEach((id, item) -> item.mark(id.equals(open)));
    }

    /** Lets time go by. */
    void tick(OffsetDateTime now) {
        items.values().forEach(item -> item.tick(now));
    }

    /** Opens the one after, or before, the one that is open. */
    void step(int by) {
        if (order.isEmpty()) {
            return;
        }
        ConversationId open = marked;
        int at = open == null ? -1 : order.indexOf(open);
        int next = at < 0 ? 0 : Math.clamp(at + by, 0, order.size() - 1);
        if (next != at) {
            view.go(order.get(next));
        }
    }

    /** A line leads to its conversation. */
    static final class LineItem extends ListItem {

        private static final long serialVersionUID = 1L;

        private final ZoneId zone;
        private final LineLink link = new LineLink();
        private transient @Nullable DeskLine line;

        LineItem(ZoneId zone) {
            this.zone = zone;
            add(link);
        }

        void show(DeskLine fresh, OffsetDateTime now) {
            if (!fresh.equals(line)) {
                line = fresh;
                link.show(fresh, now, zone);
                getElement().setAttribute("data-conversation", fresh.id().toString());
            } else {
                tick(now);
            }
        }

        void tick(OffsetDateTime now) {
            DeskLine shown = line;
            if (shown != null) {
                link.tick(shown, now, zone);
            }
        }

        void mark(boolean open) {
            link.setClassName("inbox-line-open", open);
            if (open) {
                link.getElement().setAttribute("aria-current", "true");
            } else {
                link.getElement().removeAttribute("aria-current");
            }
        }
    }
}
