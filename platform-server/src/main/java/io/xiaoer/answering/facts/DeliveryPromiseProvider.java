package io.xiaoer.answering.facts;

import io.xiaoer.answering.Fact;
import io.xiaoer.rules.DeliveryPromise;
import io.xiaoer.rules.RuleType;
import io.xiaoer.rules.RulesInForce.Held;
import io.xiaoer.shopdata.Order;
import io.xiaoer.shopdata.Order.Shipment;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How soon goods arrive, cold chain or not, and where the shop delivers. */
final class DeliveryPromiseProvider implements Provider {

    record DeliveryPromiseFields(
            int hours,
            String regionsText,
            boolean coldChain,
            @Nullable Boolean covered,
            @Nullable String region,
            @Nullable String eta,
            @Nullable String item) {}

    @Override
    public Class<? extends Record> fields() {
        return DeliveryPromiseFields.class;
    }

    @Override
    public Fact tell(Inquiry in) {
        List<Held<DeliveryPromise>> all = in.situation.rules().all(RuleType.DELIVERY_PROMISE, DeliveryPromise.class);
        if (all.isEmpty()) {
            return in.notSet();
        }
        List<String> named =
                all.stream().flatMap(rule -> rule.params().regions().stream()).toList();
        String region = Regions.of(in, named);
        Held<DeliveryPromise> held = all.stream()
                .filter(rule -> Boolean.TRUE.equals(rule.params().covers(region)))
                .findFirst()
                .orElse(all.getFirst());
        DeliveryPromise rule = held.params();
        Boolean covers = rule.covers(region);
        Boolean covered = Boolean.FALSE.equals(covers) && !Regions.canTell(region, named) ? null : covers;
        Optional<Order> moving = in.situation.records().orders().stream()
                .filter(order ->
                        order.status() == Order.Status.SHIPPED || order.status() == Order.Status.PARTLY_SHIPPED)
                .findFirst();
        String eta = moving.flatMap(OrderWords::parcel)
                .map(parcel -> eta(in, rule, parcel))
                .orElse(null);
        var fields = new DeliveryPromiseFields(
                rule.hours(),
                named.isEmpty() ? in.say("全国", "everywhere") : in.spoken.list(named),
                rule.coldChain(),
                covered,
                region,
                eta,
                moving.map(order -> Goods.allOf(order).name(in.english)).orElse(null));
        Fact fact = in.known(fields, sentence(in, fields)).withSource(Inquiry.source(held.ref()));
        return moving.isEmpty() || eta == null ? fact : in.about(fact, Goods.allOf(moving.get()));
    }

    private static @Nullable String eta(Inquiry in, DeliveryPromise rule, Shipment parcel) {
        OffsetDateTime at = parcel.estimatedAt() != null
                ? parcel.estimatedAt()
                : parcel.shippedAt() == null ? null : rule.arrivesBy(parcel.shippedAt());
        return at == null || parcel.deliveredAt() != null || at.toInstant().isBefore(in.now)
                ? null
                : in.spoken.before(at);
    }

    private static String sentence(Inquiry in, DeliveryPromiseFields promise) {
        if (Boolean.FALSE.equals(promise.covered)) {
            return in.say(
                    promise.region + "暂时不在配送范围里，现在能送的是" + promise.regionsText + "。",
                    "We do not deliver to " + promise.region + " yet; we deliver to " + promise.regionsText + ".");
        }
        String cold = promise.coldChain ? in.say("全程冷链，", " by cold chain,") : in.say("", "");
        String where = promise.covered == null || promise.region == null
                ? in.say("配送范围是" + promise.regionsText + "，", "")
                : in.say(promise.region + "在配送范围里，", "");
        String said = in.say(
                where + cold + "发货后" + promise.hours + "小时内送到",
                "Orders arrive" + cold + " within " + promise.hours + " hours of leaving"
                        + (promise.covered == null ? "; we deliver to " + promise.regionsText : ""));
        if (promise.eta != null) {
            said += in.say(
                    "，您的" + promise.item + "预计" + promise.eta + "送到",
                    "; yours (" + promise.item + ") is expected " + promise.eta);
        }
        return said + in.say("。", ".");
    }
}
