package io.xiaoer.connectors.internal.weimob;

import io.xiaoer.connectors.internal.bridges.StatusTable;
import io.xiaoer.shopdata.AfterSale;
import io.xiaoer.shopdata.Coupon;
import io.xiaoer.shopdata.Order;
import java.util.List;
import java.util.Map;

/** What the platform's numbers mean. */
final class WeimobStatuses {

    /** In the platform's order: made, paid in part, paid, to be shipped, shipped in part, shipped, received, done, cancelled. */
    static final StatusTable<Order.Status> ORDERS = StatusTable.of(Map.of(
            Order.Status.CREATED, List.of("0", "1"),
            Order.Status.PAID, List.of("2"),
            Order.Status.TO_SHIP, List.of("3"),
            Order.Status.PARTLY_SHIPPED, List.of("4"),
            Order.Status.SHIPPED, List.of("5"),
            Order.Status.DELIVERED, List.of("7"),
            Order.Status.COMPLETED, List.of("8"),
            Order.Status.CANCELLED, List.of("9")));

    /**
     * Applied for, goods awaited, goods sent back, being refunded by the system (5) or the shop (10), refunded, cancelled, refused. After a
     * refund that failed (9) the money is still owed; while goods are being exchanged (20) the shop has agreed.
     */
    static final StatusTable<AfterSale.Status> RIGHTS = StatusTable.of(Map.of(
            AfterSale.Status.REQUESTED, List.of("1"),
            AfterSale.Status.APPROVED, List.of("2", "20"),
            AfterSale.Status.RETURNING, List.of("3"),
            AfterSale.Status.REFUNDING, List.of("5", "9", "10"),
            AfterSale.Status.DONE, List.of("6"),
            AfterSale.Status.CANCELLED, List.of("7"),
            AfterSale.Status.REJECTED, List.of("8")));

    static final StatusTable<AfterSale.Kind> RIGHTS_KINDS = StatusTable.of(Map.of(
            AfterSale.Kind.RETURN, List.of("1"),
            AfterSale.Kind.REFUND, List.of("2"),
            AfterSale.Kind.EXCHANGE, List.of("5")));

    /** Guessed, as nothing public says it. */
    static final StatusTable<Coupon.Kind> COUPON_KINDS =
            StatusTable.of(Map.of(Coupon.Kind.AMOUNT, List.of("1"), Coupon.Kind.PERCENT, List.of("2")));

    /** For goods rather than money (guessed); there is no coupon of ours like it. */
    static final String COUPON_FOR_GOODS = "3";

    /** Guessed, as nothing public says it. */
    static final StatusTable<Coupon.Status> COUPONS = StatusTable.of(Map.of(
            Coupon.Status.UNUSED, List.of("1"),
            Coupon.Status.USED, List.of("2"),
            Coupon.Status.EXPIRED, List.of("3", "4")));

    private WeimobStatuses() {}
}
