package io.xiaoer.rules;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import io.xiaoer.rules.RulesInForce.Held;
import io.xiaoer.rules.ThresholdPromotion.Progress;
import io.xiaoer.rules.ThresholdPromotion.Tier;
import io.xiaoer.shared.Money;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which of several promotions is the best for a cart. */
public final class Promotions {

    public record Best(Held<ThresholdPromotion> rule, Progress progress) {}

    private static final Comparator<Best> BEST_FIRST = comparing((Best best) -> off(best.progress()))
            .reversed()
            .thenComparing(best -> gapToNext(best.progress()), nullsLast(naturalOrder()))
            .thenComparing(best -> best.rule().ref().key());

    private Promotions() {}

    /** The one that takes most off; among equals the one whose next tier is nearest. */
    public static Optional<Best> best(List<Held<ThresholdPromotion>> rules, List<CartLine> cart) {
        return rules.stream()
                .map(rule -> new Best(rule, rule.params().progress(cart)))
                .min(BEST_FIRST);
    }

    private static Money off(Progress progress) {
        Tier reached = progress.reached();
        return reached == null ? Money.ZERO : reached.off();
    }

    private static @Nullable Money gapToNext(Progress progress) {
        return progress.next() == null ? null : progress.gap();
    }
}
