package io.xiaoer.portal.connect;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.xiaoer.connectors.BridgeEvent;
import io.xiaoer.connectors.Fault;
import io.xiaoer.portal.connect.BridgeView.Data;
import io.xiaoer.shared.Page;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What the platform told, newest first. */
class BridgeEvents extends Section {

    private static final long serialVersionUID = 1L;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MM-dd HH:mm:ss", Locale.ROOT);

    private final BridgeView view;
    private final ZoneId zone;

    BridgeEvents(BridgeView view, Data data) {
        this.view = view;
        this.zone = data.zone();
        addClassNames("card", "connect-bridge-card");
        setId("bridge-events");
        Button again = new Button(VaadinIcon.REFRESH.create(), click -> view.reload());
        again.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        again.setAriaLabel(view.getTranslation("hooks.log.again"));
        again.setTooltipText(view.getTranslation("hooks.log.again"));
        Div head = new Div(new H2(view.getTranslation("connect.bridge.events")), again);
        head.addClassName("connect-way-head");
        Paragraph lead = new Paragraph(view.getTranslation("connect.bridge.events.lead"));
        lead.addClassName("hint");
        add(head, lead);
        if (data.events().items().isEmpty()) {
            add(new Paragraph(view.getTranslation("connect.bridge.events.none")));
            return;
        }
        OrderedList lines = new OrderedList();
        lines.addClassName("connect-items");
        add(lines);
        append(lines, data.events());
    }

    private void append(OrderedList lines, Page<BridgeEvent> page) {
        page.items().forEach(event -> lines.add(line(event)));
        String next = page.nextCursor();
        if (next == null) {
            return;
        }
        ListItem more = new ListItem();
        more.add(new Button(
                view.getTranslation("audit.more"),
                click -> view.more(next, later -> {
                    lines.remove(more);
                    append(lines, later);
                })));
        lines.add(more);
    }

    /** {@code orders/E1} as people say it. */
    private String named(String subject) {
        int between = subject.indexOf('/');
        return view.getTranslation("connect.kind." + subject.substring(0, between)) + " "
                + subject.substring(between + 1);
    }

    private ListItem line(BridgeEvent event) {
        String state = event.state().name().toLowerCase(Locale.ROOT);
        String subject = event.subject();
        Span what = new Span(subject == null ? event.event() : named(subject));
        what.addClassName("connect-item-name");
        Span badge = new Span(view.getTranslation("connect.bridge.event." + state));
        badge.addClassNames("badge", "connect-event-" + state);
        Span when = new Span(TIME.format(event.receivedAt().atZoneSameInstant(zone)));
        when.addClassName("hint");
        Div head = new Div(what, badge, when);
        head.addClassName("connect-item");
        ListItem line = new ListItem(head);
        line.getElement().setAttribute("data-state", state);
        if (subject != null) {
            Span name = new Span(event.event());
            name.addClassNames("hint", "connect-detail");
            Button replay = new Button(view.getTranslation("connect.bridge.replay"), click -> view.replay(event));
            replay.addThemeVariants(ButtonVariant.LUMO_SMALL);
            replay.addClassName("connect-replay");
            Div about = new Div(name, replay);
            about.addClassName("connect-item");
            line.add(about);
        }
        Fault.Code code = event.fault();
        if (code != null) {
            String text = view.getTranslation("connect.fault." + code.key());
            Paragraph fault = new Paragraph(event.detail() == null ? text : text + " · " + event.detail());
            fault.addClassNames("hint", "connect-detail");
            line.add(fault);
        }
        return line;
    }
}
