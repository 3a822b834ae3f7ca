package io.xiaoer.portal.connect;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.xiaoer.connectors.WayHealth;
import io.xiaoer.portal.connect.BridgeView.Data;
import java.util.Locale;

/** What went wrong with platforms lately, and what to do about each. */
class BridgeFaults extends Section {

    private static final long serialVersionUID = 1L;

    BridgeFaults(BridgeView view, Data data) {
        addClassNames("card", "connect-bridge-card");
        setId("bridge-health");
        WayHealth health = data.health();
        String state = health.state().name().toLowerCase(Locale.ROOT);
        Span badge = new Span(view.getTranslation("connect.state." + state));
        badge.addClassNames("badge", "connect-state-" + state);
        if (health.state() == WayHealth.State.WORKING) {
            badge.addClassName("badge-full");
        }
        Div head = new Div(new H2(view.getTranslation("connect.health")), badge);
        head.addClassName("connect-way-head");
        int events = health.hours().stream().mapToInt(WayHealth.Hour::events).sum();
        int failures =
                health.hours().stream().mapToInt(WayHealth.Hour::failures).sum();
        add(head, new Paragraph(view.getTranslation("connect.bridge.day", events, failures)));
        if (health.faults().isEmpty()) {
            return;
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("connect-faults");
        health.faults()
                .forEach(fault -> list.add(new FaultLine(
                        view,
                        view.getTranslation("connect.fault." + fault.code().key()),
                        fault,
                        data.now(),
                        data.zone())));
        add(list);
    }
}
