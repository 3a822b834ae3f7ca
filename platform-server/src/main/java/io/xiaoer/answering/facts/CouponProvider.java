package io.xiaoer.answering.facts;

import io.xiaoer.answering.Fact;
import io.xiaoer.rules.CartLine;
import io.xiaoer.rules.CouponStacking;
import io.xiaoer.rules.RuleType;
import io.xiaoer.rules.RulesInForce.Held;
import io.xiaoer.shared.Money;
import io.xiaoer.shopdata.Coupon;
import io.xiaoer.shopdata.Product;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which coupons a shopper has, what they are good for, and whether several go together. */
final class CouponProvider implements Provider {

    record CouponLine(
            String name,
            String valueText,
            @Nullable Money threshold,
            @Nullable String endsOn,
            String scopeText,
            boolean onPresale) {}

    record CouponFields(
            @Nullable Integer count,
            @Nullable String name,
            @Nullable String valueText,
            @Nullable Money threshold,
            @Nullable String endsOn,
            @Nullable String scopeText,
            @Nullable Boolean onPresale,
            @Nullable Boolean usable,
            @Nullable String reasonText,
            @Nullable Money gap,
            List<CouponLine> list,
            @Nullable Boolean stackingAllowed,
            @Nullable Integer maxPerOrder,
            @Nullable String stackingText) {}

    @Override
    public Class<? extends Record> fields() {
        return CouponFields.class;
    }

    @Override
    public Fact tell(Inquiry in) {
        Optional<Held<CouponStacking>> rule = in.situation.rules().one(RuleType.COUPON_STACKING, CouponStacking.class);
        Fact fact = tell(in, rule.map(Held::params).orElse(null));
        return rule.isEmpty() ? fact : fact.withSource(Inquiry.source(rule.get().ref()));
    }

    private static Fact tell(Inquiry in, @Nullable CouponStacking stacking) {
        CouponFields general = fields(in, stacking, List.of(), null);
        if (!in.situation.signedIn()) {
            return in.signIn(general, stacking == null ? "" : stackingText(in, stacking));
        }
        List<Coupon> good = in.situation.records().coupons().stream()
                .filter(coupon -> isGood(coupon, in))
                .toList();
        if (good.isEmpty()) {
            return in.nothing(
                    general,
                    in.say("您的账号里现在没有能用的优惠券", "There is no coupon in your account that can be used now")
                            + (stacking == null ? "" : in.say("。另外", ". Besides, ") + stackingText(in, stacking))
                            + in.say("。", "."));
        }
        Use best = good.stream()
                .map(coupon -> use(in, coupon))
                .min(Comparator.comparing((Use use) -> !named(use.coupon, in))
                        .thenComparing(use -> !Boolean.TRUE.equals(use.usable))
                        .thenComparing(use -> use.takesOff, Comparator.reverseOrder()))
                .orElseThrow();
        CouponFields fields = fields(in, stacking, good, best);
        Fact fact = in.known(fields, sentence(in, fields, best));
        for (Coupon coupon : good) {
            fact = fact.withSource(Inquiry.source("coupon", coupon.id(), coupon.freshness()));
        }
        return fact;
    }

    private static boolean isGood(Coupon coupon, Inquiry in) {
        return coupon.status() == Coupon.Status.UNUSED
                && (coupon.validFrom() == null
                        || !coupon.validFrom().toInstant().isAfter(in.now))
                && (coupon.validTo() == null || coupon.validTo().toInstant().isAfter(in.now));
    }

    private static boolean named(Coupon coupon, Inquiry in) {
        return GoodsWords.overlap(coupon.name(), in.message) > 2;
    }

    /**
     * A coupon held against the cart, or against the product looked at.
     *
     * @param usable null if there is nothing to use it on
     * @param takesOff what it takes off; nothing where it cannot be used
     */
    private record Use(
            Coupon coupon,
            @Nullable Boolean usable,
            Money takesOff,
            @Nullable Money gap,
            @Nullable String reason) {}

    private static Use use(Inquiry in, Coupon coupon) {
        List<CartLine> lines = looked(in);
        if (lines.isEmpty()) {
            return new Use(coupon, null, Money.ZERO, null, null);
        }
        List<CartLine> covered =
                lines.stream().filter(line -> covers(coupon.appliesTo(), line)).toList();
        Money total = covered.stream()
                .map(line -> line.price().times(line.quantity()))
                .reduce(Money.ZERO, Money::plus);
        if (covered.isEmpty()) {
            boolean presale =
                    coupon.appliesTo().excludePresale() && lines.stream().allMatch(CartLine::presale);
            return new Use(
                    coupon,
                    false,
                    Money.ZERO,
                    null,
                    presale
                            ? in.say("这张券不能用在预售商品上", "this coupon is not good for pre-sale goods")
                            : in.say("这张券不适用于这里的商品", "this coupon is not good for these goods"));
        }
        Money threshold = coupon.threshold();
        if (threshold != null && !total.isAtLeast(threshold)) {
            Money gap = threshold.less(total);
            return new Use(
                    coupon,
                    false,
                    Money.ZERO,
                    gap,
                    in.say(
                            "还差" + gap.spoken() + "元才到" + threshold.spoken() + "元的门槛",
                            gap.spoken() + " more is needed to reach " + threshold.spoken()));
        }
        return new Use(coupon, true, off(coupon, total), null, null);
    }

    private static Money off(Coupon coupon, Money total) {
        BigDecimal off = coupon.kind() == Coupon.Kind.PERCENT
                ? total.amount()
                        .multiply(coupon.value())
                        .divide(BigDecimal.valueOf(100), 2, java.math.RoundingMode.DOWN)
                : coupon.value().setScale(2, java.math.RoundingMode.DOWN);
        return new Money(off.min(total.amount()));
    }

    /** The cart; without one, the product that is looked at. */
    private static List<CartLine> looked(Inquiry in) {
        List<CartLine> cart = Cart.lines(in);
        String sku = in.situation.page().sku();
        if (!cart.isEmpty() || sku == null) {
            return cart;
        }
        Optional<Product> product = in.situation.records().product(sku);
        Money price = product.map(Product::price).orElse(null);
        return product.isEmpty() || price == null
                ? List.of()
                : List.of(new CartLine(
                        sku, product.get().category(), price, 1, product.get().presaleShipAt() != null));
    }

    private static boolean covers(Coupon.Scope scope, CartLine line) {
        boolean everything = scope.categories().isEmpty() && scope.skus().isEmpty();
        boolean named = scope.skus().contains(line.sku())
                || (line.category() != null && scope.categories().contains(line.category()));
        return (everything || named) && !(scope.excludePresale() && line.presale());
    }

    private static CouponFields fields(
            Inquiry in, @Nullable CouponStacking stacking, List<Coupon> good, @Nullable Use best) {
        List<CouponLine> list = good.stream().map(coupon -> line(in, coupon)).toList();
        CouponLine first = best == null ? null : line(in, best.coupon);
        return new CouponFields(
                best == null ? null : good.size(),
                first == null ? null : first.name(),
                first == null ? null : first.valueText(),
                first == null ? null : first.threshold(),
                first == null ? null : first.endsOn(),
                first == null ? null : first.scopeText(),
                first == null ? null : first.onPresale(),
                best == null ? null : best.usable,
                best == null ? null : best.reason,
                best == null ? null : best.gap,
                list,
                stacking == null ? null : stacking.allowed(),
                stacking == null ? null : stacking.maxPerOrder(),
                stacking == null ? null : stackingText(in, stacking));
    }

    private static CouponLine line(Inquiry in, Coupon coupon) {
        Coupon.Scope scope = coupon.appliesTo();
        List<String> only = new ArrayList<>(scope.categories());
        scope.skus()
                .forEach(sku -> only.add(
                        in.situation.records().product(sku).map(Product::name).orElse(sku)));
        String text = only.isEmpty()
                ? in.say("全店可用", "good for everything")
                : in.say("限" + in.spoken.list(only), "for " + in.spoken.list(only));
        return new CouponLine(
                coupon.name(),
                value(in, coupon),
                coupon.threshold(),
                coupon.validTo() == null ? null : in.spoken.day(coupon.validTo().minusNanos(1)),
                scope.excludePresale() ? text + in.say("，预售商品除外", ", not for pre-sale goods") : text,
                !scope.excludePresale());
    }

    private static String value(Inquiry in, Coupon coupon) {
        if (coupon.kind() == Coupon.Kind.AMOUNT) {
            String amount = new Money(coupon.value().setScale(2, java.math.RoundingMode.DOWN)).spoken();
            return in.say("减" + amount + "元", amount + " off");
        }
        BigDecimal left = BigDecimal.valueOf(100)
                .subtract(coupon.value())
                .divide(BigDecimal.TEN)
                .stripTrailingZeros();
        return in.say(
                "打" + left.toPlainString() + "折",
                coupon.value().stripTrailingZeros().toPlainString() + "% off");
    }

    private static String stackingText(Inquiry in, CouponStacking stacking) {
        if (!stacking.allowed() || stacking.maxPerOrder() <= 1) {
            return in.say("优惠券不能叠加，每单只能用一张", "coupons cannot be combined, one per order");
        }
        return in.say(
                "优惠券可以叠加，每单不超过" + stacking.maxPerOrder() + "张",
                "coupons can be combined, up to " + stacking.maxPerOrder() + " per order");
    }

    private static String sentence(Inquiry in, CouponFields coupon, Use best) {
        String threshold = coupon.threshold() == null
                ? ""
                : in.say(
                        "满" + coupon.threshold().spoken() + "元",
                        " from " + coupon.threshold().spoken());
        String ends = coupon.endsOn() == null ? "" : in.say("，" + coupon.endsOn() + "到期", ", until " + coupon.endsOn());
        String intro = coupon.count() != null && coupon.count() > 1
                ? in.say(
                        "您有" + coupon.count() + "张能用的券，推荐用「", "You have " + coupon.count() + " coupons; the best is \"")
                : in.say("您有一张「", "You have \"");
        String what = in.say(
                intro + coupon.name() + "」：" + threshold + coupon.valueText() + "，" + coupon.scopeText() + ends,
                intro + coupon.name() + "\": " + coupon.valueText() + threshold + ", " + coupon.scopeText() + ends);
        String use = best.usable == null
                ? ""
                : best.usable
                        ? in.say(
                                "，现在就能用，可以减" + best.takesOff.spoken() + "元",
                                "; it can be used now and takes " + best.takesOff.spoken() + " off")
                        : in.say("，不过" + best.reason, "; but " + best.reason);
        String stacking =
                coupon.stackingText() == null ? "" : in.say("；" + coupon.stackingText(), "; " + coupon.stackingText());
        return what + use + stacking + in.say("。", ".");
    }
}
