package io.xiaoer.answering.facts;

import io.xiaoer.answering.Fact;
import io.xiaoer.rules.Decision;
import io.xiaoer.rules.Decision.Allowed;
import io.xiaoer.rules.PriceProtection;
import io.xiaoer.rules.RuleType;
import io.xiaoer.rules.RulesInForce.Held;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether the difference is paid back when the price has fallen. */
final class PriceProtectionProvider implements Provider {

    record PriceProtectionFields(
            @Nullable String item,
            @Nullable Boolean allowed,
            @Nullable String reasonText,
            int days,
            @Nullable String lastDay,
            @Nullable String applyUrl) {}

    @Override
    public Class<? extends Record> fields() {
        return PriceProtectionFields.class;
    }

    @Override
    public Fact tell(Inquiry in) {
        Optional<Held<PriceProtection>> found =
                in.situation.rules().one(RuleType.PRICE_PROTECTION, PriceProtection.class);
        if (found.isEmpty()) {
            return in.notSet();
        }
        PriceProtection rule = found.get().params();
        var general = new PriceProtectionFields(null, null, null, rule.days(), null, rule.applyUrl());
        if (!in.situation.signedIn()) {
            String generally = in.say(
                    "付款后" + rule.days() + "天内降价可以退差价",
                    "If the price falls within " + rule.days() + " days of payment, the difference is paid back");
            return in.signIn(general, generally)
                    .withSource(Inquiry.source(found.get().ref()));
        }
        Fact fact = new AboutGoods(in, general)
                .decide(
                        OrderWords::isPaid,
                        goods -> rule.decide(goods.order().paidAt(), in.now, in.zone()),
                        (goods, decision) -> told(in, rule, goods, decision));
        return fact.withSource(Inquiry.source(found.get().ref()));
    }

    private static Fact told(Inquiry in, PriceProtection rule, Goods goods, Decision decision) {
        String item = goods.name(in.english);
        if (decision instanceof Allowed allowed) {
            String lastDay = in.spoken.day(allowed.lastDay());
            var fields = new PriceProtectionFields(item, true, null, rule.days(), lastDay, rule.applyUrl());
            String how = rule.applyUrl() == null
                    ? in.say("把订单截图发给客服就行", "send us a screenshot of the order")
                    : in.say("点下面的链接申请就行", "use the link below");
            Fact fact = in.known(
                    fields,
                    in.say(
                            item + "还在" + rule.days() + "天价保期内，" + lastDay + "前（含当天）降价了可以退差价，" + how + "。",
                            item + " is within its " + rule.days() + " days of price protection, until " + lastDay
                                    + " (that day included); if the price falls, " + how + "."));
            return in.about(fact.withLink(in.say("申请价保", "Claim the difference"), rule.applyUrl()), goods);
        }
        String reason = goods.order().paidAt() == null
                ? in.say(item + "这单还没有付款", "the order with " + item + " is not paid yet")
                : in.say(
                        item + "已经过了" + rule.days() + "天的价保时间",
                        "the " + rule.days() + " days of price protection for " + item + " are over");
        var fields = new PriceProtectionFields(item, false, reason, rule.days(), null, rule.applyUrl());
        return in.about(
                in.known(fields, reason + in.say("，退不了差价了。", ", so the difference cannot be paid back."))
                        .refusing(),
                goods);
    }
}
