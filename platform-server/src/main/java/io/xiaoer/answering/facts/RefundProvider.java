package io.xiaoer.answering.facts;

import io.xiaoer.answering.Fact;
import io.xiaoer.shared.Money;
import io.xiaoer.shopdata.AfterSale;
import io.xiaoer.shopdata.Order;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far a refund, return or exchange is. */
final class RefundProvider implements Provider {

    record RefundFields(
            String item,
            AfterSale.Kind kind,
            String kindText,
            AfterSale.Status status,
            String statusText,
            @Nullable Money amount,
            @Nullable String requestedOn,
            @Nullable String reason) {}

    @Override
    public Class<? extends Record> fields() {
        return RefundFields.class;
    }

    @Override
    public Fact tell(Inquiry in) {
        if (!in.situation.signedIn()) {
            return in.signIn(null, "");
        }
        List<AfterSale> all = in.situation.records().afterSales();
        if (all.isEmpty()) {
            return in.nothing(
                    null, in.say("我这边没有查到您的退款或售后申请。", "I cannot find any refund or after-sales request of yours."));
        }
        return switch (new References(in).order(order -> of(all, order).isPresent())) {
            case Chosen.None(String said) -> in.nothing(null, said);
            case Chosen.Several(List<Order> orders) ->
                in.which(orders.stream().map(Goods::allOf).toList());
            case Chosen.One(Order order) ->
                of(all, order)
                        .map(request -> tell(in, order, request))
                        .orElseGet(() -> in.about(
                                in.nothing(
                                        null,
                                        in.say(
                                                Goods.allOf(order).name(false) + "这单没有查到退款或售后申请。",
                                                "There is no refund or after-sales request for "
                                                        + Goods.allOf(order).name(true) + ".")),
                                Goods.allOf(order)));
        };
    }

    private static Optional<AfterSale> of(List<AfterSale> all, Order order) {
        return all.stream()
                .filter(request -> request.orderId().equals(order.id()))
                .findFirst();
    }

    private static Fact tell(Inquiry in, Order order, AfterSale request) {
        Goods goods = Goods.allOf(order);
        var fields = new RefundFields(
                goods.name(in.english),
                request.kind(),
                OrderWords.kind(request.kind(), in.english),
                request.status(),
                OrderWords.status(request.status(), in.english),
                request.amount(),
                request.requestedAt() == null ? null : in.spoken.day(request.requestedAt()),
                request.reason());
        String amount = request.amount() == null
                ? ""
                : in.say("，金额" + request.amount().spoken() + "元", ", amount " + request.amount());
        String asked =
                fields.requestedOn() == null ? "" : in.say(fields.requestedOn() + "提交的", " of " + fields.requestedOn());
        String say = in.say(
                fields.item() + asked + fields.kindText() + "申请" + fields.statusText() + amount + "。",
                "Your " + fields.kindText() + " request" + asked + " for " + fields.item() + " is "
                        + fields.statusText() + amount + ".");
        Fact fact = in.about(in.known(fields, say), goods);
        return fact.withSource(Inquiry.source("aftersale", request.id(), request.freshness()));
    }
}
