package io.xiaoer.portal.reports;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import io.xiaoer.insights.UnusedEntry;
import java.util.List;

/** Entries that nothing came to. */
class UnusedCard extends Section {

    private static final long serialVersionUID = 1L;

    private static final int AT_ONCE = 8;
    private static final int MOST = 200;

    UnusedCard(ReportsView view, List<UnusedEntry> unused) {
        setId("unused");
        addClassNames("card", "reports-unused");
        Paragraph lead = new Paragraph(
                unused.isEmpty()
                        ? getTranslation("reports.unused.none")
                        : getTranslation("reports.unused.lead", unused.size()));
        lead.addClassName("hint");
        add(new H2(getTranslation("reports.unused")), lead);
        if (unused.isEmpty()) {
            return;
        }
        add(list(view, unused.stream().limit(AT_ONCE).toList()));
        if (unused.size() > AT_ONCE) {
            List<UnusedEntry> more = unused.stream().skip(AT_ONCE).limit(MOST).toList();
            NativeDetails rest =
                    new NativeDetails(getTranslation("reports.unused.more", more.size()), list(view, more));
            rest.addClassName("reports-rest");
            add(rest);
        }
    }

    private static UnorderedList list(ReportsView view, List<UnusedEntry> entries) {
        UnorderedList list = new UnorderedList();
        list.addClassNames("reports-list", "reports-plain");
        entries.forEach(entry ->
                list.add(new ListItem(new Anchor(view.link("/knowledge/" + entry.entryKey()), entry.question()))));
        return list;
    }
}
