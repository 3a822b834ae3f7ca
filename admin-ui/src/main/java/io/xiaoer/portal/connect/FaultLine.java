package io.xiaoer.portal.connect;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.xiaoer.connectors.Fault;
import io.xiaoer.portal.frame.Ago;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/** One thing that went wrong: what, how often and when, and what to do about it. */
final class FaultLine extends ListItem {

    private static final long serialVersionUID = 1L;

    FaultLine(Component view, String said, Fault fault, OffsetDateTime now, ZoneId zone) {
        Span what = new Span(said);
        what.addClassName("connect-fault-what");
        Span when = new Span(
                view.getTranslation("connect.health.times", fault.times(), Ago.text(view, fault.lastAt(), now, zone)));
        when.addClassName("hint");
        Div head = new Div(what, when);
        head.addClassName("connect-fault-head");
        add(
                head,
                new Paragraph(
                        view.getTranslation("connect.fault." + fault.code().key() + ".do")));
        if (fault.detail() != null) {
            Paragraph detail = new Paragraph(fault.detail());
            detail.addClassNames("hint", "connect-detail");
            add(detail);
        }
    }
}
