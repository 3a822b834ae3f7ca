package io.xiaoer.portal.hooks;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.function.SerializableFunction;
import com.vaadin.flow.router.QueryParameters;
import io.xiaoer.connectors.WebhookDeliveries.Filter;
import io.xiaoer.connectors.WebhookDelivery;
import io.xiaoer.connectors.WebhookDelivery.State;
import io.xiaoer.connectors.WebhookEndpoint;
import io.xiaoer.connectors.WebhookEvent;
import io.xiaoer.portal.hooks.HooksView.Data;
import io.xiaoer.shared.Page;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the endpoints were told, newest first. */
class LogCard extends Section {

    private static final long serialVersionUID = 1L;

    private final HooksView view;
    private final transient Data data;
    private final transient Map<UUID, String> names;

    LogCard(HooksView view, Data data) {
        this.view = view;
        this.data = data;
        this.names = data.endpoints().stream().collect(Collectors.toMap(WebhookEndpoint::id, EndpointCard::name));
        addClassNames("card", "hooks-log");
        setId("hooks-log");
        Paragraph lead = new Paragraph(view.getTranslation("hooks.log.lead"));
        lead.addClassName("hint");
        Div head = new Div(new Div(new H2(view.getTranslation("hooks.log")), lead), filters());
        head.addClassName("hooks-log-head");
        add(head);
        if (data.log().items().isEmpty()) {
            Paragraph nothing = new Paragraph(view.getTranslation("hooks.log.empty"));
            nothing.addClassName("hooks-nothing");
            add(nothing);
            return;
        }
        OrderedList lines = new OrderedList();
        lines.addClassName("hooks-lines");
        add(lines);
        append(lines, data.log());
    }

    private Component filters() {
        Filter now = data.filter();
        Select<UUID> endpoint = choice(
                "endpoint", data.endpoints().stream().map(WebhookEndpoint::id).toList(), names::get, now.endpoint());
        Select<State> state = choice("state", List.of(State.values()), this::text, now.state());
        Select<WebhookEvent> event = choice(
                "event",
                List.of(WebhookEvent.values()),
                one -> view.getTranslation("hooks.event." + one.key()),
                now.event());
        endpoint.addValueChangeListener(change -> go(change.getValue(), now.state(), now.event()));
        state.addValueChangeListener(change -> go(now.endpoint(), change.getValue(), now.event()));
        event.addValueChangeListener(change -> go(now.endpoint(), now.state(), change.getValue()));
        Button again = new Button(VaadinIcon.REFRESH.create(), click -> view.reload());
        again.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        again.setAriaLabel(view.getTranslation("hooks.log.again"));
        again.setTooltipText(view.getTranslation("hooks.log.again"));
        Div filters = new Div(endpoint, state, event, again);
        filters.addClassName("hooks-filters");
        return filters;
    }

    private <T> Select<T> choice(
            String name, List<T> items, SerializableFunction<T, String> label, @Nullable T chosen) {
        Select<T> select = new Select<>();
        select.setId("filter-" + name);
        String all = view.getTranslation("hooks.log.all-" + name);
        select.setAriaLabel(all);
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption(all);
        select.setItems(items);
        select.setItemLabelGenerator(item -> item == null ? all : label.apply(item));
        if (chosen != null && items.contains(chosen)) {
            select.setValue(chosen);
        }
        return select;
    }

    private String text(State state) {
        return view.getTranslation("hooks.delivery." + state.name().toLowerCase(Locale.ROOT));
    }

    private void go(@Nullable UUID endpoint, @Nullable State state, @Nullable WebhookEvent event) {
        Map<String, String> query = new HashMap<>();
        if (endpoint != null) {
            query.put("endpoint", endpoint.toString());
        }
        if (state != null) {
            query.put("state", state.name().toLowerCase(Locale.ROOT));
        }
        if (event != null) {
            query.put("event", event.key());
        }
        getUI().ifPresent(ui -> ui.navigate(HooksView.class, QueryParameters.simple(Map.copyOf(query))));
    }

    private void append(OrderedList lines, Page<WebhookDelivery> page) {
        for (WebhookDelivery delivery : page.items()) {
            lines.add(new DeliveryLine(
                    view, delivery, names.getOrDefault(delivery.endpointId(), "—"), data.now(), data.zone()));
        }
        String next = page.nextCursor();
        if (next == null) {
            return;
        }
        ListItem more = new ListItem();
        more.add(new Button(
                view.getTranslation("audit.more"),
                click -> view.more(data.filter(), next, later -> {
                    lines.remove(more);
                    append(lines, later);
                })));
        lines.add(more);
    }
}
