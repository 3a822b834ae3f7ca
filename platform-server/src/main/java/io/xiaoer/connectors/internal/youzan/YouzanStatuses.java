package io.xiaoer.connectors.internal.youzan;

import io.xiaoer.connectors.internal.bridges.StatusTable;
import io.xiaoer.shopdata.AfterSale;
import io.xiaoer.shopdata.Coupon;
import io.xiaoer.shopdata.Order;
import java.util.List;
import java.util.Map;

/** What the platform's words mean. */
final class YouzanStatuses {

    static final StatusTable<Order.Status> ORDERS = StatusTable.of(Map.of(
            Order.Status.CREATED, List.of("WAIT_BUYER_PAY"),
            Order.Status.PAID, List.of("TRADE_PAID", "WAIT_CONFIRM"),
            Order.Status.TO_SHIP, List.of("WAIT_SELLER_SEND_GOODS"),
            Order.Status.SHIPPED, List.of("WAIT_BUYER_CONFIRM_GOODS"),
            Order.Status.COMPLETED, List.of("TRADE_SUCCESS"),
            Order.Status.CANCELLED, List.of("TRADE_CLOSED")));

    static final StatusTable<AfterSale.Status> REFUNDS = StatusTable.of(Map.of(
            AfterSale.Status.REQUESTED, List.of("WAIT_SELLER_AGREE"),
            AfterSale.Status.APPROVED, List.of("WAIT_BUYER_RETURN_GOODS"),
            AfterSale.Status.RETURNING, List.of("WAIT_SELLER_CONFIRM_GOODS"),
            AfterSale.Status.REJECTED, List.of("SELLER_REFUSE_BUYER"),
            AfterSale.Status.DONE, List.of("SUCCESS"),
            AfterSale.Status.CANCELLED, List.of("CLOSED")));

    static final StatusTable<AfterSale.Kind> REFUND_KINDS = StatusTable.of(Map.of(
            AfterSale.Kind.REFUND, List.of("REFUND_ONLY"),
            AfterSale.Kind.RETURN, List.of("REFUND_AND_RETURN"),
            AfterSale.Kind.EXCHANGE, List.of("EXCHANGE")));

    static final StatusTable<Coupon.Status> VOUCHERS = StatusTable.of(Map.of(
            Coupon.Status.UNUSED, List.of("VALID"),
            Coupon.Status.USED, List.of("USED"),
            Coupon.Status.EXPIRED, List.of("EXPIRED", "INVALID")));

    private YouzanStatuses() {}
}
