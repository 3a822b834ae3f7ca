package io.xiaoer.answering.facts;

import io.xiaoer.answering.Fact;
import io.xiaoer.answering.Need;
import io.xiaoer.shopdata.Order;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether an order can still be cancelled, or sent elsewhere: until the goods leave. */
final class ChangeProvider implements Provider {

    record ChangeFields(
            String item,
            boolean allowed,
            @Nullable String reasonText,
            Order.Status status,
            String statusText,
            @Nullable String region) {}

    @Override
    public Class<? extends Record> fields() {
        return ChangeFields.class;
    }

    @Override
    public Fact tell(Inquiry in) {
        return References.ofOrder(in, order -> tell(in, order), OrderWords::isBeforeShipping);
    }

    private static Fact tell(Inquiry in, Order order) {
        Goods goods = Goods.allOf(order);
        boolean allowed = OrderWords.isBeforeShipping(order);
        boolean cancel = in.need == Need.CANCEL;
        String item = goods.name(in.english);
        String status = OrderWords.status(order.status(), in.english);
        String reason = allowed
                ? null
                : order.status() == Order.Status.CANCELLED
                        ? in.say(item + "这单已经取消了", "the order with " + item + " is cancelled already")
                        : in.say(
                                item + "这单" + status + "，" + (cancel ? "不能直接取消了" : "改不了地址了"),
                                item + " is " + status + ", so "
                                        + (cancel
                                                ? "it cannot be cancelled any more"
                                                : "its address cannot be changed any more"));
        var fields = new ChangeFields(
                item,
                allowed,
                reason,
                order.status(),
                status,
                Optional.ofNullable(order.shipTo()).map(Order.ShipTo::region).orElse(null));
        String say = reason == null ? can(in, fields, cancel) : cannot(in, order, reason, cancel);
        Fact fact = in.known(fields, say + in.asOf(order) + in.say("。", "."));
        return in.about(allowed ? fact : fact.refusing(), goods);
    }

    private static String can(Inquiry in, ChangeFields order, boolean cancel) {
        return cancel
                ? in.say(
                        order.item + "还没发货，可以取消：打开「我的订单」找到这一单，点「取消订单」就行",
                        order.item
                                + " has not been shipped, so you can cancel it: open \"My orders\", find it and choose \"Cancel\"")
                : in.say(
                        order.item + "还没发货，可以改地址：打开「我的订单」找到这一单，点「修改地址」就行",
                        order.item
                                + " has not been shipped, so its address can be changed: open \"My orders\", find it and choose \"Change address\"");
    }

    private static String cannot(Inquiry in, Order order, String reason, boolean cancel) {
        if (order.status() == Order.Status.CANCELLED || OrderWords.isDelivered(order)) {
            return reason;
        }
        return reason
                + (cancel
                        ? in.say("；可以在派送时拒收，或者收到后申请退货", "; you can refuse the parcel, or return it when it has arrived")
                        : in.say("；可以联系快递改派，或者收到前请原地址的人代收", "; you can ask the carrier to redirect it"));
    }
}
