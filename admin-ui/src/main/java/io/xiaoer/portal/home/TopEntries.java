package io.xiaoer.portal.home;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import io.xiaoer.conversations.EntryHits;
import io.xiaoer.knowledge.EntryOutline;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is asked most. */
class TopEntries extends Section {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 8;

    TopEntries(Overview overview) {
        setId("top-entries");
        addClassName("card");
        add(new H2(getTranslation("home.top.title", HomeView.HITS_DAYS)));
        if (overview.hits().isEmpty()) {
            add(new Paragraph(getTranslation("home.top.none")));
            return;
        }
        Links links = Links.of(overview.bot(), overview.bots());
        Map<String, EntryOutline> entries =
                overview.entries().stream().collect(Collectors.toMap(EntryOutline::key, Function.identity()));
        List<EntryHits> top = overview.hits().stream().limit(SHOWN).toList();
        OrderedList list = new OrderedList();
        list.addClassName("top-entries");
        for (EntryHits hits : top) {
            EntryOutline entry = entries.get(hits.entryKey());
            ListItem item = new ListItem();
            if (entry == null) {
                item.add(name(new Span(getTranslation("home.top.gone", hits.entryKey()))));
            } else {
                Span name = name(new Span());
                name.add(new Anchor(links.to("knowledge/" + entry.key()), entry.question()));
                item.add(name);
            }
            Span count = new Span(getTranslation("home.attention.times", hits.hits()));
            count.addClassName("hint");
            Span bar = new Span();
            bar.addClassName("top-bar");
            bar.getElement().setAttribute("aria-hidden", "true");
            bar.getStyle()
                    .set(
                            "inline-size",
                            100 * hits.hits() / Math.max(1, top.getFirst().hits()) + "%");
            item.add(count, bar);
            list.add(item);
        }
        add(list);
    }

    private static Span name(Span name) {
        name.addClassName("top-name");
        return name;
    }
}
