package io.xiaoer.rules;

import io.xiaoer.shared.Money;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** So much off from so much on: the highest tier that the cart reaches counts, once. */
public record ThresholdPromotion(List<Tier> tiers, List<String> excludeCategories, boolean stackWithCoupons)
        implements RuleParams {
    /** @param over the cart must reach this much; exactly this much is enough */
    public record Tier(Money over, Money off) {}

    /**
     * How far a cart is.
     *
     * @param counted the part of the total that the promotion counts
     * @param reached the tier that takes its amount off now
     * @param next the nearest tier not yet reached
     * @param gap what is missing to the next tier; zero if there is none
     */
    public record Progress(
            Money total,
            Money counted,
            @Nullable Tier reached,
            @Nullable Tier next,
            Money gap) {}

    public ThresholdPromotion {
        tiers = List.copyOf(tiers);
        excludeCategories = List.copyOf(excludeCategories);
    }

    public Progress progress(List<CartLine> cart) {
        Money counted = sum(cart.stream()
                .filter(line -> !Categories.contain(excludeCategories, line.category()))
                .toList());
        Comparator<Tier> byThreshold = Comparator.comparing(Tier::over);
        Tier reached = tiers.stream()
                .filter(tier -> counted.isAtLeast(tier.over()))
                .max(byThreshold)
                .orElse(null);
        Tier next = tiers.stream()
                .filter(tier -> !counted.isAtLeast(tier.over()))
                .min(byThreshold)
                .orElse(null);
        return new Progress(
                sum(cart),
                counted,
                reached,
                next,
                next == null ? Money.ZERO : next.over().less(counted));
    }

    private static Money sum(List<CartLine> lines) {
        return lines.stream().map(CartLine::amount).reduce(Money.ZERO, Money::plus);
    }
}
