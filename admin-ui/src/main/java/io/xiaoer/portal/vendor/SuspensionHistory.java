package io.xiaoer.portal.vendor;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import io.xiaoer.portal.frame.SuspensionTexts;
import io.xiaoer.tenants.SuspensionChange;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/** What was done to a shop, newest first. */
class SuspensionHistory extends Section {

    private static final long serialVersionUID = 1L;

    SuspensionHistory(List<SuspensionChange> changes, ZoneId zone) {
        setId("suspensions");
        addClassNames("card", "vendor-history");
        add(new H2(getTranslation("vendor-shop.history")));
        if (changes.isEmpty()) {
            Paragraph none = new Paragraph(getTranslation("vendor-shop.history.none"));
            none.addClassName("hint");
            add(none);
            return;
        }
        OrderedList lines = new OrderedList();
        changes.forEach(change -> lines.add(line(change, zone)));
        add(lines);
    }

    private ListItem line(SuspensionChange change, ZoneId zone) {
        Span what = new Span(getTranslation(
                "vendor-shop.history." + change.action().name().toLowerCase(Locale.ROOT),
                SuspensionTexts.category(this, change.category())));
        what.addClassName("vendor-what");
        Span by = new Span(getTranslation(
                "vendor-shop.history.by", change.by(), Numbers.time(change.at().toInstant(), zone)));
        by.addClassName("hint");
        Div head = new Div(what, by);
        head.addClassName("vendor-line");
        return new ListItem(head, new Paragraph(change.reason()));
    }
}
