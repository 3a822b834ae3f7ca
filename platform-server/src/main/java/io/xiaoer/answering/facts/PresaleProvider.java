package io.xiaoer.answering.facts;

import io.xiaoer.answering.Fact;
import io.xiaoer.answering.Fact.State;
import io.xiaoer.rules.Presale;
import io.xiaoer.rules.RuleType;
import io.xiaoer.rules.RulesInForce.Held;
import io.xiaoer.shopdata.Order;
import io.xiaoer.shopdata.Product;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When a pre-sale is shipped: of the shopper's own order, or of the product looked at. */
final class PresaleProvider implements Provider {

    record PresaleFields(
            @Nullable String item,
            @Nullable String shipOn,
            @Nullable Integer shipWithinDays,
            boolean late) {}

    @Override
    public Class<? extends Record> fields() {
        return PresaleFields.class;
    }

    @Override
    public Fact tell(Inquiry in) {
        Optional<Held<Presale>> rule = in.situation.rules().one(RuleType.PRESALE, Presale.class);
        Fact fact = tell(in, rule.map(Held::params).orElse(null));
        return rule.isEmpty() ? fact : fact.withSource(Inquiry.source(rule.get().ref()));
    }

    private static Fact tell(Inquiry in, @Nullable Presale rule) {
        List<Order> bought = in.situation.records().orders().stream()
                .filter(OrderWords::isBeforeShipping)
                .filter(order -> isPresale(in, order))
                .toList();
        if (!bought.isEmpty()) {
            return switch (new References(in).order(bought::contains)) {
                case Chosen.One(Order order) when bought.contains(order) -> ofOrder(in, order, rule);
                case Chosen.Several(List<Order> orders) ->
                    in.which(orders.stream().map(Goods::allOf).toList());
                case Chosen.One ignored -> ofPage(in, rule);
                case Chosen.None ignored -> ofPage(in, rule);
            };
        }
        return ofPage(in, rule);
    }

    private static boolean isPresale(Inquiry in, Order order) {
        return order.lines().stream()
                .anyMatch(line -> Boolean.TRUE.equals(line.presale()) || shipAt(in, line.sku()) != null);
    }

    private static @Nullable OffsetDateTime shipAt(Inquiry in, String sku) {
        return in.situation.records().product(sku).map(Product::presaleShipAt).orElse(null);
    }

    private static Fact ofOrder(Inquiry in, Order order, @Nullable Presale rule) {
        Optional<LocalDate> day = order.lines().stream()
                .map(line -> shipAt(in, line.sku()))
                .filter(Objects::nonNull)
                .max(OffsetDateTime::compareTo)
                .map(in.spoken::date);
        if (day.isEmpty() && rule != null && order.paidAt() != null) {
            day = Optional.of(rule.dueBy(order.paidAt(), in.zone()));
        }
        Goods goods = Goods.allOf(order);
        if (day.isEmpty()) {
            return in.about(withoutDay(in, goods.name(in.english), rule), goods);
        }
        return in.about(told(in, goods.name(in.english), day.get(), rule), goods);
    }

    private static Fact ofPage(Inquiry in, @Nullable Presale rule) {
        String sku = in.situation.page().sku();
        Optional<Product> product =
                sku == null ? Optional.empty() : in.situation.records().product(sku);
        OffsetDateTime shipAt = product.map(Product::presaleShipAt).orElse(null);
        if (product.isPresent() && shipAt != null) {
            return told(in, product.get().name(), in.spoken.date(shipAt), rule)
                    .withSource(Inquiry.source(
                            "product", product.get().id(), product.get().freshness()));
        }
        return withoutDay(in, null, rule);
    }

    private static Fact told(Inquiry in, String item, LocalDate day, @Nullable Presale rule) {
        boolean late = day.isBefore(in.spoken.today());
        var fields = new PresaleFields(item, in.spoken.day(day), rule == null ? null : rule.shipWithinDays(), late);
        return in.known(
                fields,
                late
                        ? in.say(
                                item + "是预售，本来应该在" + fields.shipOn() + "前发出，已经晚了，实在抱歉。",
                                item + " is a pre-sale that should have been shipped by " + fields.shipOn()
                                        + "; it is late, I am sorry.")
                        : in.say(
                                item + "是预售，" + fields.shipOn() + "前（含当天）发出。",
                                item + " is a pre-sale; it is shipped by " + fields.shipOn() + "."));
    }

    private static Fact withoutDay(Inquiry in, @Nullable String item, @Nullable Presale rule) {
        if (rule == null) {
            return in.unknown(
                    State.NOT_SET,
                    null,
                    in.say("预售商品的发货时间以商品页写的为准。", "When a pre-sale is shipped is written on its product page."));
        }
        var fields = new PresaleFields(item, null, rule.shipWithinDays(), false);
        return in.known(
                fields,
                in.say(
                        "预售商品付款后" + rule.shipWithinDays() + "天内发出。",
                        "Pre-sale goods are shipped within " + rule.shipWithinDays() + " days of payment."));
    }
}
