package io.xiaoer.portal.shoppers;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import io.xiaoer.portal.frame.Ago;
import io.xiaoer.shopdata.Order;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How far a parcel is, as a short line of steps, and what happened to it on request. */
class ParcelProgress extends Div {

    private static final long serialVersionUID = 1L;

    /** @param at null if it was reached and nobody said when */
    private record Step(
            String key, boolean reached, @Nullable OffsetDateTime at) {}

    ParcelProgress(Order order, Order.Shipment shipment, ZoneId zone) {
        addClassName("parcel");
        String carrier = Stream.of(shipment.carrier(), shipment.trackingNo())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        Span name = new Span(getTranslation("shopper.parcel", carrier));
        name.addClassName("parcel-name");
        Div head = new Div(name);
        head.addClassName("parcel-head");
        if (shipment.status() != null) {
            head.add(new Span(shipment.status()));
        }
        if (shipment.estimatedAt() != null && shipment.deliveredAt() == null) {
            Span estimate = new Span(getTranslation("shopper.estimated", Ago.time(shipment.estimatedAt(), zone)));
            estimate.addClassName("hint");
            head.add(estimate);
        }
        add(head, steps(order, shipment, zone));
        if (!shipment.events().isEmpty()) {
            add(events(shipment, zone));
        }
    }

    private static List<Step> stepsOf(Order order, Order.Shipment shipment) {
        boolean delivered = shipment.deliveredAt() != null;
        boolean moving = delivered || !shipment.events().isEmpty();
        boolean shipped = moving || shipment.shippedAt() != null;
        @Nullable
        OffsetDateTime first = shipment.events().stream()
                .map(Order.Event::at)
                .min(Comparator.naturalOrder())
                .orElse(null);
        return List.of(
                new Step("paid", shipped || order.paidAt() != null, order.paidAt()),
                new Step("shipped", shipped, shipment.shippedAt()),
                new Step("moving", moving, first),
                new Step("delivered", delivered, shipment.deliveredAt()));
    }

    private OrderedList steps(Order order, Order.Shipment shipment, ZoneId zone) {
        OrderedList line = new OrderedList();
        line.addClassName("parcel-steps");
        for (Step step : stepsOf(order, shipment)) {
            Span name = new Span(getTranslation("shopper.step." + step.key()));
            Span at = new Span(step.at() == null ? "" : Ago.time(step.at(), zone));
            at.addClassName("hint");
            ListItem item = new ListItem(name, at);
            item.getElement()
                    .setAttribute(
                            "aria-label",
                            getTranslation(
                                    step.reached() ? "shopper.step.reached" : "shopper.step.open",
                                    getTranslation("shopper.step." + step.key())));
            if (step.reached()) {
                item.addClassName("reached");
            }
            line.add(item);
        }
        return line;
    }

    private Details events(Order.Shipment shipment, ZoneId zone) {
        OrderedList list = new OrderedList();
        list.addClassName("parcel-events");
        shipment.events().stream()
                .sorted(Comparator.comparing(Order.Event::at).reversed())
                .forEach(event -> {
                    Span at = new Span(Ago.time(event.at(), zone));
                    at.addClassName("hint");
                    list.add(new ListItem(at, new Span(event.text())));
                });
        Details details =
                new Details(getTranslation("shopper.events", shipment.events().size()), list);
        details.addClassName("parcel-details");
        return details;
    }
}
