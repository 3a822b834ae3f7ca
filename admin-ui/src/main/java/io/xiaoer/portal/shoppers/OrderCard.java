package io.xiaoer.portal.shoppers;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.xiaoer.portal.frame.Ago;
import io.xiaoer.shopdata.Order;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An order with what was bought, where it goes and how far its parcels are. */
class OrderCard extends Article {

    private static final long serialVersionUID = 1L;

    OrderCard(Order order, ZoneId zone) {
        addClassNames("card", "order");
        getElement().setAttribute("data-order", order.id());
        Span number = new Span(getTranslation("shopper.order", order.id()));
        number.addClassName("order-number");
        Span status = new Span(
                getTranslation("shopper.status." + order.status().name().toLowerCase(Locale.ROOT)));
        status.addClassName("badge");
        if (order.status() == Order.Status.DELIVERED || order.status() == Order.Status.COMPLETED) {
            status.addClassName("badge-full");
        }
        Span placed = new Span(getTranslation("shopper.placed", Ago.time(order.placedAt(), zone)));
        placed.addClassName("hint");
        Div head = new Div(number, status, placed);
        head.addClassName("order-head");
        if (order.total() != null) {
            Span total = new Span(getTranslation("shopper.total", order.total().toString()));
            total.addClassName("order-total");
            head.add(total);
        }
        add(head, lines(order));
        String to = address(order);
        if (!to.isEmpty()) {
            Div address = new Div(getTranslation("shopper.ship-to", to));
            address.addClassName("order-address");
            add(address);
        }
        order.shipments().forEach(shipment -> add(new ParcelProgress(order, shipment, zone)));
        add(Sources.line(this, order.freshness(), zone));
    }

    private Component lines(Order order) {
        UnorderedList lines = new UnorderedList();
        lines.addClassName("order-lines");
        for (Order.Line line : order.lines()) {
            Span name = new Span(line.name());
            name.addClassName("order-line-name");
            Span sku = new Span(line.sku());
            sku.addClassName("hint");
            Div what = new Div(name, sku);
            what.addClassName("order-line-what");
            Span quantity = new Span("×" + line.quantity());
            Span price = new Span(line.price() == null ? "" : line.price().toString());
            price.addClassName("order-line-price");
            ListItem item = new ListItem(what);
            if (Boolean.TRUE.equals(line.presale())) {
                item.add(badge("shopper.presale"));
            }
            if (line.opened() != null) {
                item.add(badge(line.opened() ? "shopper.opened" : "shopper.unopened"));
            }
            item.add(quantity, price);
            lines.add(item);
        }
        return lines;
    }

    private Component badge(String key) {
        Span badge = new Span(getTranslation(key));
        badge.addClassName("badge");
        return badge;
    }

    private static String address(Order order) {
        Order.ShipTo to = order.shipTo();
        return to == null
                ? ""
                : Stream.of(to.name(), to.phone(), to.region(), to.address())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining("　"));
    }
}
