package io.xiaoer.onboarding.internal;

import io.xiaoer.bots.Placement;
import io.xiaoer.bots.Theme;
import io.xiaoer.rules.Promotions;
import io.xiaoer.rules.Rule;
import io.xiaoer.rules.RuleForm;
import io.xiaoer.rules.RuleType;
import io.xiaoer.rules.ShippingFee;
import io.xiaoer.rules.ThresholdPromotion.Tier;
import io.xiaoer.shared.Money;
import io.xiaoer.shopdata.AfterSale;
import io.xiaoer.shopdata.Coupon;
import io.xiaoer.shopdata.Customer;
import io.xiaoer.shopdata.Order;
import io.xiaoer.shopdata.Product;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A demo shop as those who pass by see it.
 *
 * @param rules those in force, as the API writes them
 */
record Storefront(
        String slug,
        String name,
        String locale,
        String timeZone,
        String widgetKey,
        Theme theme,
        Placement placement,
        List<Goods> products,
        List<HeldRule> rules,
        List<Passer> shoppers) {

    /** Something on the shelf. */
    record Goods(
            String sku,
            String name,
            @Nullable String category,
            @Nullable Money price,
            Map<String, Object> attributes,
            @Nullable OffsetDateTime presaleShipAt,
            @Nullable Integer stock) {

        static Goods of(Product product) {
            return new Goods(
                    product.id(),
                    product.name(),
                    product.category(),
                    product.price(),
                    product.attributes(),
                    product.presaleShipAt(),
                    product.stock());
        }
    }

    /** A rule in force. */
    record HeldRule(RuleType type, String key, Map<String, Object> params) {

        static HeldRule of(Rule rule) {
            return new HeldRule(rule.type(), rule.key(), RuleForm.write(Objects.requireNonNull(rule.params())));
        }
    }

    /** A shopper whom a visitor of the demo may be. */
    record Passer(String id, String name, @Nullable String memberLevel) {

        static Passer of(Customer customer) {
            return new Passer(customer.id(), customer.name(), customer.memberLevel());
        }
    }

    /**
     * What a shopper who is signed in sees under 我的.
     *
     * @param identity says to the shop's widget who they are; null if the bot has no widget secret
     */
    record Signed(
            String id,
            String name,
            @Nullable String memberLevel,
            @Nullable OffsetDateTime registeredAt,
            @Nullable String identity,
            List<Bought> orders,
            List<Held> coupons) {}

    /** An order without the addressee's phone and address. */
    record Bought(
            String id,
            Order.Status status,
            OffsetDateTime placedAt,
            @Nullable Money total,
            List<Order.Line> lines,
            @Nullable String region,
            List<Order.Shipment> shipments,
            List<Claim> afterSales) {

        static Bought of(Order order, List<AfterSale> afterSales) {
            return new Bought(
                    order.id(),
                    order.status(),
                    order.placedAt(),
                    order.total(),
                    order.lines(),
                    order.shipTo() == null ? null : order.shipTo().region(),
                    order.shipments(),
                    afterSales.stream()
                            .filter(afterSale -> afterSale.orderId().equals(order.id()))
                            .map(Claim::of)
                            .toList());
        }
    }

    /** What became of an order afterwards. */
    record Claim(
            AfterSale.Kind kind,
            AfterSale.Status status,
            @Nullable Money amount,
            @Nullable String reason) {

        static Claim of(AfterSale afterSale) {
            return new Claim(afterSale.kind(), afterSale.status(), afterSale.amount(), afterSale.reason());
        }
    }

    /** A coupon. */
    record Held(
            String id,
            String name,
            Coupon.Kind kind,
            BigDecimal value,
            @Nullable Money threshold,
            @Nullable OffsetDateTime validTo,
            Coupon.Scope appliesTo,
            Coupon.Status status) {

        static Held of(Coupon coupon) {
            return new Held(
                    coupon.id(),
                    coupon.name(),
                    coupon.kind(),
                    coupon.value(),
                    coupon.threshold(),
                    coupon.validTo(),
                    coupon.appliesTo(),
                    coupon.status());
        }
    }

    /** So many of something, as a browser's cart says it. */
    record Wanted(String sku, int quantity) {}

    /** A line of a cart, priced. */
    record Priced(
            String sku,
            String name,
            @Nullable String category,
            Money price,
            int quantity,
            Money amount,
            boolean presale) {}

    /**
     * What the best of the shop's promotions does for a cart.
     *
     * @param counted the part of the total that it counts
     * @param gap what is missing to the next tier
     */
    record Reduction(
            Money off,
            Money counted,
            @Nullable Tier reached,
            @Nullable Tier next,
            Money gap,
            List<String> excludeCategories) {

        static Reduction of(Promotions.Best best) {
            Tier reached = best.progress().reached();
            return new Reduction(
                    reached == null ? Money.ZERO : reached.off(),
                    best.progress().counted(),
                    reached,
                    best.progress().next(),
                    best.progress().gap(),
                    best.rule().params().excludeCategories());
        }
    }

    /**
     * What a cart costs today.
     *
     * @param payable the total less the promotion, plus shipping
     */
    record Quote(
            List<Priced> lines,
            Money total,
            @Nullable Reduction promotion,
            ShippingFee.@Nullable Quote shipping,
            Money payable) {}
}
