package io.xiaoer.connectors.internal.bridges;

import io.xiaoer.shopdata.AfterSale;
import io.xiaoer.shopdata.Order;
import java.util.List;

/**
 * A shopper whom a platform is asked about, and what we know of them.
 *
 * @param isKnown whether there is a customer's record
 * @param orders newest first
 */
public record Asked(String customerId, boolean isKnown, List<Order> orders, List<AfterSale> afterSales) {

    public Asked {
        orders = List.copyOf(orders);
        afterSales = List.copyOf(afterSales);
    }
}
