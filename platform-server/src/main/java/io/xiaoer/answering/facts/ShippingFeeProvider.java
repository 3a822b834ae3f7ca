package io.xiaoer.answering.facts;

import io.xiaoer.answering.Fact;
import io.xiaoer.rules.RuleType;
import io.xiaoer.rules.RulesInForce.Held;
import io.xiaoer.rules.ShippingFee;
import io.xiaoer.shared.Money;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What shipping costs. */
final class ShippingFeeProvider implements Provider {

    record ShippingFeeFields(
            Money fee,
            @Nullable Money freeOver,
            @Nullable String remoteText,
            @Nullable Money remoteFee,
            @Nullable Money cartTotal,
            @Nullable Money gap,
            boolean free,
            @Nullable String region,
            boolean remote) {}

    @Override
    public Class<? extends Record> fields() {
        return ShippingFeeFields.class;
    }

    @Override
    public Fact tell(Inquiry in) {
        Optional<Held<ShippingFee>> found = in.situation.rules().one(RuleType.SHIPPING_FEE, ShippingFee.class);
        if (found.isEmpty()) {
            return in.notSet();
        }
        ShippingFee rule = found.get().params();
        Money total = Cart.total(Cart.lines(in));
        String region = Regions.of(in, rule.remoteRegions());
        ShippingFee.Quote quote = rule.quote(total == null ? Money.ZERO : total, region);
        var fields = new ShippingFeeFields(
                rule.fee(),
                rule.freeOver(),
                rule.remoteRegions().isEmpty() ? null : in.spoken.list(rule.remoteRegions()),
                rule.remoteFee(),
                total,
                total == null ? null : quote.gap(),
                total != null && quote.free(),
                region,
                quote.remote());
        return in.known(fields, sentence(in, fields))
                .withSource(Inquiry.source(found.get().ref()));
    }

    private static String sentence(Inquiry in, ShippingFeeFields fee) {
        if (fee.remote && fee.remoteFee != null) {
            return in.say(
                    fee.region + "属于偏远地区，运费" + fee.remoteFee.spoken() + "元。",
                    "Shipping to " + fee.region + " (a remote area) costs " + fee.remoteFee.spoken() + ".");
        }
        String said = fee.freeOver == null
                ? in.say("运费是" + fee.fee.spoken() + "元", "Shipping costs " + fee.fee.spoken())
                : in.say(
                        "满" + fee.freeOver.spoken() + "元包邮，不满的话运费" + fee.fee.spoken() + "元",
                        "Shipping is free from " + fee.freeOver.spoken() + ", below that it costs " + fee.fee.spoken());
        if (fee.cartTotal != null && fee.gap != null && !fee.free) {
            said += in.say("，您购物车里还差" + fee.gap.spoken() + "元就包邮了", "; your cart lacks " + fee.gap.spoken());
        } else if (fee.free) {
            said += in.say("，您购物车里的已经包邮了", "; your cart is shipped free");
        }
        if (fee.remoteText != null && fee.remoteFee != null) {
            said += in.say(
                    "；" + fee.remoteText + "的运费是" + fee.remoteFee.spoken() + "元",
                    "; to " + fee.remoteText + " it costs " + fee.remoteFee.spoken());
        }
        return said + in.say("。", ".");
    }
}
