package io.xiaoer.answering.facts;

import io.xiaoer.answering.Reply.Card;
import io.xiaoer.shared.Money;
import io.xiaoer.shopdata.AfterSale;
import io.xiaoer.shopdata.Order;
import io.xiaoer.shopdata.Order.Shipment;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How orders are spoken of. */
final class OrderWords {

    private OrderWords() {}

    static String status(Order.Status status, boolean english) {
        return switch (status) {
            case CREATED -> english ? "not paid yet" : "待付款";
            case PAID -> english ? "paid" : "已付款";
            case TO_SHIP -> english ? "being prepared" : "待发货";
            case PARTLY_SHIPPED -> english ? "partly shipped" : "部分发货";
            case SHIPPED -> english ? "on its way" : "已发货";
            case DELIVERED -> english ? "delivered" : "已签收";
            case COMPLETED -> english ? "completed" : "已完成";
            case CANCELLED -> english ? "cancelled" : "已取消";
        };
    }

    static String status(AfterSale.Status status, boolean english) {
        return switch (status) {
            case REQUESTED -> english ? "waiting for the shop to approve it" : "已提交，等店里审核";
            case APPROVED -> english ? "approved" : "已通过审核";
            case REJECTED -> english ? "not approved" : "没有通过审核";
            case RETURNING -> english ? "on its way back" : "正在寄回";
            case RECEIVED -> english ? "received, being checked" : "店里已收到，正在验货";
            case REFUNDING -> english ? "being refunded" : "正在退款";
            case DONE -> english ? "done" : "已经完成";
            case CANCELLED -> english ? "cancelled" : "已撤销";
        };
    }

    static String kind(AfterSale.Kind kind, boolean english) {
        return switch (kind) {
            case REFUND -> english ? "refund" : "退款";
            case RETURN -> english ? "return" : "退货退款";
            case EXCHANGE -> english ? "exchange" : "换货";
        };
    }

    static boolean isPaid(Order order) {
        return order.status() != Order.Status.CREATED
                && (order.status() != Order.Status.CANCELLED || order.paidAt() != null);
    }

    static boolean isBeforeShipping(Order order) {
        return switch (order.status()) {
            case CREATED, PAID, TO_SHIP -> true;
            case PARTLY_SHIPPED, SHIPPED, DELIVERED, COMPLETED, CANCELLED -> false;
        };
    }

    static boolean isDelivered(Order order) {
        return order.status() == Order.Status.DELIVERED || order.status() == Order.Status.COMPLETED;
    }

    /** Whether at least a part of it has come. */
    static boolean hasArrived(Order order) {
        return isDelivered(order) || deliveredAt(order) != null;
    }

    static boolean isOnItsWay(Order order) {
        return order.status() == Order.Status.SHIPPED || order.status() == Order.Status.PARTLY_SHIPPED;
    }

    static boolean isUnderWay(Order order) {
        return switch (order.status()) {
            case PAID, TO_SHIP, PARTLY_SHIPPED, SHIPPED -> true;
            case CREATED, DELIVERED, COMPLETED, CANCELLED -> false;
        };
    }

    /** When the last parcel arrived; null if that is not known. */
    static @Nullable OffsetDateTime deliveredAt(Order order) {
        return order.shipments().stream()
                .map(Shipment::deliveredAt)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** The parcel that is under way, or else the last one. */
    static Optional<Shipment> parcel(Order order) {
        return order.shipments().stream()
                .filter(parcel -> parcel.deliveredAt() == null)
                .findFirst()
                .or(() -> order.shipments().isEmpty()
                        ? Optional.empty()
                        : Optional.of(order.shipments().getLast()));
    }

    static Card card(Order order, boolean english) {
        Goods goods = Goods.allOf(order);
        Money total = order.total();
        String count = english ? goods.count() + (goods.count() == 1 ? " item" : " items") : "共" + goods.count() + "件";
        String text = total == null ? count : count + (english ? ", total " : "，合计 ") + total;
        return new Card("order", order.id(), goods.name(english), text, status(order.status(), english), null);
    }
}
