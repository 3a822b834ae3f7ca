package io.xiaoer.rules;

import io.xiaoer.shared.Money;
import java.util.List;

/** So much off from so much on: the highest tier that the cart reaches counts, once. */
public record ThresholdPromotion(List<Tier> tiers, List<String> excludeCategories, boolean stackWithCoupons)
        implements RuleParams {
    /** @param over the cart must reach this much; exactly this much is enough */
    public record Tier(Money over, Money off) {}

    public ThresholdPromotion {
        tiers = List.copyOf(tiers);
        excludeCategories = List.copyOf(excludeCategories);
    }
}
