package io.xiaoer.rules;

import io.xiaoer.rules.Rule.Ref;
import io.xiaoer.rules.RulesInForce.Held;
import io.xiaoer.rules.ThresholdPromotion.Tier;
import io.xiaoer.shared.Money;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

final class RulesFixtures {
    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private RulesFixtures() {}

    /** A wall-clock time in the shop, told as another zone's offset so that a calculator must convert it. */
    static OffsetDateTime inShop(String local) {
        return LocalDateTime.parse(local).atZone(SHANGHAI).toInstant().atOffset(ZoneOffset.UTC);
    }

    static Instant at(String local) {
        return inShop(local).toInstant();
    }

    static Money money(String amount) {
        return Money.of(amount);
    }

    static CartLine line(String price, int quantity, String category) {
        return new CartLine("sku-1", category, money(price), quantity, false);
    }

    static ThresholdPromotion promotion(String... overAndOff) {
        List<Tier> tiers = new ArrayList<>();
        for (int i = 0; i < overAndOff.length; i += 2) {
            tiers.add(new Tier(money(overAndOff[i]), money(overAndOff[i + 1])));
        }
        return new ThresholdPromotion(tiers, List.of(), false);
    }

    static Held<ThresholdPromotion> held(String key, ThresholdPromotion promotion) {
        return new Held<>(new Ref(RuleType.THRESHOLD_PROMOTION, key, 1), promotion);
    }
}
