package io.xiaoer.answering.facts;

import io.xiaoer.answering.Fact;
import io.xiaoer.rules.Dispatch;
import io.xiaoer.rules.RuleType;
import io.xiaoer.rules.RulesInForce.Held;
import io.xiaoer.shared.Money;
import io.xiaoer.shopdata.Order;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How an order stands. */
final class OrderProvider implements Provider {

    record Line(String name, int quantity, @Nullable Money price) {}

    record OrderFields(
            String id,
            String item,
            int count,
            @Nullable Money total,
            Order.Status status,
            String statusText,
            String placedOn,
            boolean paid,
            boolean shipped,
            boolean delivered,
            @Nullable String deliveredOn,
            @Nullable String dispatchBy,
            boolean overdue,
            List<Line> lines) {}

    @Override
    public Class<? extends Record> fields() {
        return OrderFields.class;
    }

    @Override
    public Fact tell(Inquiry in) {
        return References.ofOrder(in, order -> tell(in, order), OrderWords::isUnderWay);
    }

    private static Fact tell(Inquiry in, Order order) {
        Goods goods = Goods.allOf(order);
        Promise promise = Promise.of(in, order);
        OffsetDateTime deliveredAt = OrderWords.deliveredAt(order);
        var fields = new OrderFields(
                order.id(),
                goods.name(in.english),
                goods.count(),
                order.total(),
                order.status(),
                OrderWords.status(order.status(), in.english),
                in.spoken.day(order.placedAt()),
                OrderWords.isPaid(order),
                !OrderWords.isBeforeShipping(order) && order.status() != Order.Status.CANCELLED,
                OrderWords.isDelivered(order),
                deliveredAt == null ? null : in.spoken.day(deliveredAt),
                promise.text(),
                promise.broken(),
                order.lines().stream()
                        .map(line -> new Line(line.name(), line.quantity(), line.price()))
                        .toList());
        return promise.sourced(
                in.about(in.known(fields, sentence(in, fields) + in.asOf(order) + in.say("。", ".")), goods));
    }

    private static String sentence(Inquiry in, OrderFields order) {
        String intro = in.say(
                "您" + order.placedOn + "下单的" + order.item + "现在是「" + order.statusText + "」",
                "Your order of " + order.placedOn + " (" + order.item + ") is " + order.statusText);
        if (order.shipped || order.dispatchBy == null) {
            return intro;
        }
        return intro
                + (order.overdue
                        ? in.say(
                                "，本来应该在" + order.dispatchBy + "发出，已经超时了，实在抱歉",
                                "; it should have left by " + order.dispatchBy + " and is late, I am sorry")
                        : in.say("，" + order.dispatchBy + "发出", "; it leaves " + order.dispatchBy));
    }

    /** By when an order must leave, as the shop's rule has it. */
    record Promise(
            @Nullable ZonedDateTime by,
            @Nullable String text,
            boolean broken,
            @Nullable Held<Dispatch> rule) {

        static Promise of(Inquiry in, Order order) {
            Optional<Held<Dispatch>> rule = in.situation.rules().one(RuleType.DISPATCH, Dispatch.class);
            OffsetDateTime paidAt = order.paidAt();
            boolean waits = OrderWords.isBeforeShipping(order) && order.status() != Order.Status.CREATED;
            boolean presale = order.lines().stream().anyMatch(line -> Boolean.TRUE.equals(line.presale()));
            if (rule.isEmpty() || paidAt == null || !waits || presale) {
                return new Promise(null, null, false, null);
            }
            ZonedDateTime by = rule.get().params().dueBy(paidAt, in.zone());
            return new Promise(
                    by, in.spoken.before(by.toOffsetDateTime()), by.toInstant().isBefore(in.now), rule.get());
        }

        Fact sourced(Fact fact) {
            return rule == null ? fact : fact.withSource(Inquiry.source(rule.ref()));
        }
    }
}
