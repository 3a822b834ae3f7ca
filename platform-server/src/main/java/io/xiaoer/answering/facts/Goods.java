package io.xiaoer.answering.facts;

import io.xiaoer.answering.Fact.About;
import io.xiaoer.shopdata.Order;
import java.util.List;

/**
 * Some of the goods of one order, or all of them.
 *
 * @param lines of the order; empty if the order has none
 */
record Goods(Order order, List<Order.Line> lines) {

    Goods {
        lines = List.copyOf(lines);
    }

    static Goods allOf(Order order) {
        return new Goods(order, order.lines());
    }

    static Goods of(Order order, Order.Line line) {
        return new Goods(order, List.of(line));
    }

    About about() {
        boolean one = lines.size() == 1 && order.lines().size() > 1;
        return new About(order.id(), one ? lines.getFirst().sku() : null);
    }

    int count() {
        return lines.stream().mapToInt(Order.Line::quantity).sum();
    }

    /** 「玻尿酸面膜」, or 「玻尿酸面膜等3件」. */
    String name(boolean english) {
        if (lines.isEmpty()) {
            return english ? "order " + order.id() : "订单" + order.id();
        }
        String first = lines.getFirst().name();
        if (lines.size() == 1) {
            return first;
        }
        return english ? first + " and " + (lines.size() - 1) + " more" : first + "等" + lines.size() + "件商品";
    }
}
