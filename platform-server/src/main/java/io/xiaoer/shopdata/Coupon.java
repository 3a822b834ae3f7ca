package io.xiaoer.shopdata;

import io.xiaoer.shared.Money;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A coupon that a shopper holds.
 *
 * @param value an amount of money, or for {@link Kind#PERCENT} the percentage that is taken off, 0 to 100
 * @param threshold the order must reach this much; null for none
 * @param stackGroup coupons of one group never go together; null if only the shop's stacking rule counts
 */
public record Coupon(
        String id,
        String customerId,
        String name,
        Kind kind,
        BigDecimal value,
        @Nullable Money threshold,
        @Nullable OffsetDateTime validFrom,
        @Nullable OffsetDateTime validTo,
        @Nullable String stackGroup,
        Scope appliesTo,
        Status status,
        Freshness freshness)
        implements ShopRecord {

    /** What {@link Coupon#value} is. */
    public enum Kind {
        AMOUNT,
        PERCENT
    }

    /** Whether it can still be used. */
    public enum Status {
        UNUSED,
        USED,
        EXPIRED
    }

    /** What it is good for; no category and no sku means everything. */
    public record Scope(List<String> categories, List<String> skus, boolean excludePresale) {

        public static final Scope EVERYTHING = new Scope(List.of(), List.of(), false);

        public Scope {
            categories = List.copyOf(categories);
            skus = List.copyOf(skus);
        }
    }
}
