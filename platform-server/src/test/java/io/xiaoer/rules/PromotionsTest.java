package io.xiaoer.rules;

import static io.xiaoer.rules.RulesFixtures.held;
import static io.xiaoer.rules.RulesFixtures.line;
import static io.xiaoer.rules.RulesFixtures.money;
import static io.xiaoer.rules.RulesFixtures.promotion;
import static org.assertj.core.api.Assertions.assertThat;

import io.xiaoer.rules.ThresholdPromotion.Progress;
import io.xiaoer.rules.ThresholdPromotion.Tier;
import io.xiaoer.shared.Money;
import java.util.List;
import org.junit.jupiter.api.Test;

class PromotionsTest {
    private final Tier small = new Tier(money("200"), money("20"));
    private final Tier large = new Tier(money("400"), money("50"));
    private final ThresholdPromotion promotion = new ThresholdPromotion(List.of(small, large), List.of("黄金"), false);

    @Test
    void reachesATierAtExactlyItsThreshold() {
        assertThat(promotion.progress(List.of(line("100.00", 2, "外套"))))
                .isEqualTo(new Progress(money("200"), money("200"), small, large, money("200")));
    }

    @Test
    void missesATierByOneCent() {
        assertThat(promotion.progress(List.of(line("199.99", 1, "外套"))))
                .isEqualTo(new Progress(money("199.99"), money("199.99"), null, small, money("0.01")));
    }

    @Test
    void hasNoGapAboveTheLastTier() {
        assertThat(promotion.progress(List.of(line("400.00", 1, "外套"))))
                .isEqualTo(new Progress(money("400"), money("400"), large, null, Money.ZERO));
    }

    @Test
    void leavesExcludedCategoriesOut() {
        assertThat(promotion.progress(List.of(line("150.00", 1, "外套"), line("999.00", 1, "黄金"))))
                .isEqualTo(new Progress(money("1149"), money("150"), null, small, money("50")));
    }

    @Test
    void countsWhatHasNoKnownCategory() {
        CartLine unknown = new CartLine("sku-2", null, money("200"), 1, true);
        assertThat(promotion.progress(List.of(unknown)).reached()).isEqualTo(small);
    }

    @Test
    void startsFromNothingWithAnEmptyCart() {
        assertThat(promotion.progress(List.of()))
                .isEqualTo(new Progress(Money.ZERO, Money.ZERO, null, small, money("200")));
    }

    @Test
    void choosesThePromotionThatTakesMostOff() {
        var shop = held("a-shop", promotion("200", "20"));
        var festival = held("b-festival", promotion("300", "40"));
        assertThat(Promotions.best(List.of(shop, festival), List.of(line("300", 1, "外套"))))
                .hasValueSatisfying(best -> assertThat(best.rule()).isEqualTo(festival));
        assertThat(Promotions.best(List.of(shop, festival), List.of(line("299.99", 1, "外套"))))
                .hasValueSatisfying(best -> assertThat(best.rule()).isEqualTo(shop));
    }

    @Test
    void choosesTheNearestNextTierAmongEquals() {
        var far = held("a-far", promotion("500", "60"));
        var near = held("b-near", promotion("300", "40"));
        assertThat(Promotions.best(List.of(far, near), List.of(line("100", 1, "外套"))))
                .hasValueSatisfying(best -> assertThat(best.rule()).isEqualTo(near));
    }

    @Test
    void prefersAPromotionWithSomethingLeftToReach() {
        var done = held("a-done", promotion("100", "10"));
        var open = held("b-open", promotion("100", "10", "200", "30"));
        assertThat(Promotions.best(List.of(done, open), List.of(line("100", 1, "外套"))))
                .hasValueSatisfying(best -> assertThat(best.rule()).isEqualTo(open));
    }

    @Test
    void settlesTiesByKey() {
        var first = held("a", promotion("100", "10"));
        var second = held("b", promotion("100", "10"));
        assertThat(Promotions.best(List.of(second, first), List.of(line("100", 1, "外套"))))
                .hasValueSatisfying(best -> assertThat(best.rule()).isEqualTo(first));
    }

    @Test
    void hasNothingToChooseWithoutPromotions() {
        assertThat(Promotions.best(List.of(), List.of())).isEmpty();
    }
}
