package io.xiaoer.portal.vendor;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import io.xiaoer.shared.Health.Halt;
import java.time.ZoneId;
import java.util.List;

/** When a shop's bot was taken back by itself lately, and what had got worse. */
class HaltHistory extends Section {

    private static final long serialVersionUID = 1L;

    HaltHistory(List<Halt> halts, ZoneId zone) {
        addClassNames("card", "vendor-history");
        add(new H2(getTranslation("vendor-shop.halts")));
        if (halts.isEmpty()) {
            add(new Paragraph(getTranslation("vendor-shop.halts.none")));
            return;
        }
        OrderedList list = new OrderedList();
        list.setId("halts");
        for (Halt halt : halts) {
            Span what = new Span(getTranslation("vendor-shop.halt." + halt.measure()));
            what.addClassName("vendor-what");
            Span at = new Span(Numbers.time(halt.at(), zone));
            at.addClassName("hint");
            Div line = new Div(what, at);
            line.addClassName("vendor-line");
            list.add(new ListItem(line));
        }
        add(list);
    }
}
