package io.xiaoer.answering.facts;

import io.xiaoer.answering.Fact;
import io.xiaoer.answering.Fact.State;
import io.xiaoer.rules.CartLine;
import io.xiaoer.rules.Promotions;
import io.xiaoer.rules.Rule;
import io.xiaoer.rules.RuleType;
import io.xiaoer.rules.RulesInForce.Held;
import io.xiaoer.rules.ThresholdPromotion;
import io.xiaoer.rules.ThresholdPromotion.Progress;
import io.xiaoer.rules.ThresholdPromotion.Tier;
import io.xiaoer.shared.Money;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** So much off from so much on: which promotions there are, and what the cart lacks. */
final class PromotionProvider implements Provider {

    record PromotionFields(
            boolean active,
            String tiersText,
            List<Tier> tiers,
            @Nullable Money cartTotal,
            @Nullable Money counted,
            boolean reached,
            @Nullable Money off,
            @Nullable Money nextOver,
            @Nullable Money nextOff,
            @Nullable Money gap,
            @Nullable String excludedText,
            boolean stackWithCoupons,
            String stackingText,
            @Nullable String endsOn) {}

    @Override
    public Class<? extends Record> fields() {
        return PromotionFields.class;
    }

    @Override
    public Fact tell(Inquiry in) {
        List<Held<ThresholdPromotion>> rules =
                in.situation.rules().all(RuleType.THRESHOLD_PROMOTION, ThresholdPromotion.class);
        if (rules.isEmpty()) {
            return in.unknown(
                    State.NOT_SET,
                    null,
                    in.say("店里现在没有满减活动，有了会写在首页。", "There is no spend-and-save offer at the moment."));
        }
        List<CartLine> cart = Cart.lines(in);
        Promotions.Best best =
                Promotions.best(rules, cart).orElseThrow(() -> new IllegalStateException("a rule is the best of some"));
        PromotionFields fields = fields(in, best, rules, cart);
        Fact fact = in.known(fields, sentence(in, fields));
        for (Held<ThresholdPromotion> rule : rules) {
            fact = fact.withSource(Inquiry.source(rule.ref()));
        }
        return fact;
    }

    private static PromotionFields fields(
            Inquiry in, Promotions.Best best, List<Held<ThresholdPromotion>> rules, List<CartLine> cart) {
        ThresholdPromotion rule = best.rule().params();
        Progress progress = best.progress();
        Tier reached = cart.isEmpty() ? null : progress.reached();
        Tier next = progress.next();
        List<String> tiers = rules.stream()
                .flatMap(held -> held.params().tiers().stream())
                .map(tier -> tier(in, tier))
                .distinct()
                .toList();
        return new PromotionFields(
                true,
                in.spoken.list(tiers),
                rule.tiers(),
                Cart.total(cart),
                cart.isEmpty() ? null : progress.counted(),
                reached != null,
                reached == null ? null : reached.off(),
                next == null ? null : next.over(),
                next == null ? null : next.off(),
                cart.isEmpty() || next == null ? null : progress.gap(),
                rule.excludeCategories().isEmpty() ? null : in.spoken.list(rule.excludeCategories()),
                rule.stackWithCoupons(),
                rule.stackWithCoupons()
                        ? in.say("可以和优惠券一起用", "it can be combined with a coupon")
                        : in.say("不能和优惠券一起用", "it cannot be combined with coupons"),
                endsOn(in, best.rule().ref()));
    }

    private static @Nullable String endsOn(Inquiry in, Rule.Ref ref) {
        return in.situation.rules().rules().stream()
                .filter(rule -> rule.ref().equals(ref))
                .map(Rule::validTo)
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .map((OffsetDateTime end) -> in.spoken.day(end.minusNanos(1)))
                .orElse(null);
    }

    private static String tier(Inquiry in, Tier tier) {
        return in.say(
                "满" + tier.over().spoken() + "减" + tier.off().spoken(),
                tier.off().spoken() + " off from " + tier.over().spoken());
    }

    private static String sentence(Inquiry in, PromotionFields offer) {
        var said = new StringBuilder(in.say("现在的活动是" + offer.tiersText, "The offer now: " + offer.tiersText));
        if (offer.cartTotal != null && offer.counted != null) {
            said.append(in.say(
                    "；您购物车里参加活动的有" + offer.counted.spoken() + "元",
                    "; of your cart, " + offer.counted.spoken() + " counts"));
            if (offer.off != null) {
                said.append(in.say(
                        "，已经可以减" + offer.off.spoken() + "元", ", which takes " + offer.off.spoken() + " off already"));
            }
            if (offer.gap != null && offer.nextOff != null && offer.nextOver != null) {
                said.append(in.say(
                        "，再买" + offer.gap.spoken() + "元就能满" + offer.nextOver.spoken() + "减" + offer.nextOff.spoken(),
                        "; add " + offer.gap.spoken() + " more to get " + offer.nextOff.spoken() + " off"));
            }
        }
        if (offer.excludedText != null) {
            said.append(in.say("；" + offer.excludedText + "不参加", "; not for " + offer.excludedText));
        }
        said.append(in.say("，", "; ")).append(offer.stackingText);
        if (offer.endsOn != null) {
            said.append(in.say("，活动到" + offer.endsOn + "为止", "; until " + offer.endsOn));
        }
        return said.append(in.say("。", ".")).toString();
    }
}
