package io.xiaoer.answering.facts;

import io.xiaoer.shopdata.Order;
import java.util.List;

/** Which of the shopper's orders a message is about. */
sealed interface Chosen {

    record One(Order order) implements Chosen {}

    /** At least two, newest first. */
    record Several(List<Order> orders) implements Chosen {
        public Several {
            orders = List.copyOf(orders);
        }
    }

    /** @param said what was looked for, as a sentence for the shopper */
    record None(String said) implements Chosen {}
}
