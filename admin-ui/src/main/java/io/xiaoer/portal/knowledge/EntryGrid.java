package io.xiaoer.portal.knowledge;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableFunction;
import io.xiaoer.knowledge.EntryRow;
import io.xiaoer.portal.frame.ShopContext;
import java.io.Serializable;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Entries in a list that fetches what it shows. One column, laid out by the style sheet, so that it fits a phone too. */
class EntryGrid extends Grid<EntryRow> {

    private static final long serialVersionUID = 1L;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd");
    private static final int SHOWN_WHOLE = 12;

    private final transient Map<String, Long> hits;
    private final transient ZoneId timeZone;
    private final transient Instant now;
    private final SerializableFunction<String, String> address;

    /** Fetches rows. */
    interface Rows extends Serializable {
        List<EntryRow> fetch(int offset, int limit);
    }

    /**
     * @param count how many rows there are in all
     * @param hits replies by entry key
     * @param address of an entry's editor, by its key
     */
    EntryGrid(
            ShopContext shop,
            Rows rows,
            int count,
            Map<String, Long> hits,
            ZoneId timeZone,
            Instant now,
            SerializableFunction<String, String> address) {
        this.hits = hits;
        this.timeZone = timeZone;
        this.now = now;
        this.address = address;
        setId("entries");
        addClassName("entry-grid");
        addThemeVariants(GridVariant.LUMO_NO_BORDER);
        addComponentColumn(this::line).setFlexGrow(1);
        setDataProvider(DataProvider.fromCallbacks(
                query -> {
                    int offset = query.getOffset();
                    int limit = query.getLimit();
                    return shop.call(() -> rows.fetch(offset, limit)).stream();
                },
                query -> {
                    // the interface asks for both to be read
                    query.getOffset();
                    query.getLimit();
                    return count;
                }));
        setAllRowsVisible(count <= SHOWN_WHOLE);
    }

    /** Lets rows be selected; {@code keys} hears which are. */
    void selectable(SerializableConsumer<Set<String>> keys) {
        setSelectionMode(SelectionMode.MULTI);
        addSelectionListener(selection -> keys.accept(
                selection.getAllSelectedItems().stream().map(EntryRow::key).collect(Collectors.toUnmodifiableSet())));
    }

    private Component line(EntryRow entry) {
        Anchor question = new Anchor(address.apply(entry.key()), entry.question());
        question.setRouterIgnore(false);
        question.addClassName("entry-question");
        Div text = new Div(question, snippet(entry));
        text.addClassName("entry-text");
        Div line = new Div(text, state(entry), facts(entry));
        line.addClassName("entry-line");
        line.getElement().setAttribute("data-key", entry.key());
        return line;
    }

    private static Component snippet(EntryRow entry) {
        Span snippet = new Span(entry.answer().replaceAll("\\s+", " "));
        snippet.addClassName("entry-snippet");
        return snippet;
    }

    private Component state(EntryRow entry) {
        String state;
        if (!entry.enabled()) {
            state = "disabled";
        } else if (entry.validTo() != null && !now.isBefore(entry.validTo().toInstant())) {
            state = "expired";
        } else if (entry.validFrom() != null && now.isBefore(entry.validFrom().toInstant())) {
            state = "later";
        } else {
            state = "answers";
        }
        Span badge = new Span(getTranslation("knowledge.badge." + state));
        badge.addClassNames("badge", "entry-badge-" + state);
        Div cell = new Div(badge);
        cell.addClassName("entry-state");
        return cell;
    }

    private Component facts(EntryRow entry) {
        Div facts = new Div(
                new Span(getTranslation("knowledge.similar", entry.similar())),
                new Span(getTranslation("knowledge.hits", hits.getOrDefault(entry.key(), 0L))),
                new Span(DAY.format(entry.updatedAt().atZoneSameInstant(timeZone))));
        facts.addClassName("entry-facts");
        return facts;
    }
}
