package io.xiaoer.connectors.internal.vendure;

import io.xiaoer.connectors.internal.bridges.StatusTable;
import io.xiaoer.shopdata.AfterSale;
import io.xiaoer.shopdata.Order;
import java.util.List;
import java.util.Map;

/** What Vendure's states mean. */
final class VendureStatuses {

    static final StatusTable<Order.Status> ORDERS = StatusTable.of(Map.of(
            Order.Status.CREATED, List.of("Created", "Draft", "AddingItems", "ArrangingPayment"),
            Order.Status.PAID, List.of("PaymentAuthorized", "Modifying", "ArrangingAdditionalPayment"),
            Order.Status.TO_SHIP, List.of("PaymentSettled"),
            Order.Status.PARTLY_SHIPPED, List.of("PartiallyShipped"),
            Order.Status.SHIPPED, List.of("Shipped", "PartiallyDelivered"),
            Order.Status.DELIVERED, List.of("Delivered"),
            Order.Status.CANCELLED, List.of("Cancelled")));

    /** A refund that failed was granted all the same, and the shop makes it again. */
    static final StatusTable<AfterSale.Status> REFUNDS = StatusTable.of(Map.of(
            AfterSale.Status.APPROVED, List.of("Failed"),
            AfterSale.Status.REFUNDING, List.of("Pending"),
            AfterSale.Status.DONE, List.of("Settled")));

    private VendureStatuses() {}
}
