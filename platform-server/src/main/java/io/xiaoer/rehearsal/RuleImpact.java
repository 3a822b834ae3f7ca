package io.xiaoer.rehearsal;

import io.xiaoer.bots.BotId;
import io.xiaoer.rules.ThresholdPromotion.Tier;
import java.math.BigDecimal;
import java.util.List;

/**
 * What a rule would mean for what bots say.
 *
 * @param touched enabled draft entries that use the rule's values or speak of what it is about; those that use them first
 * @param contradictions numbers written into answers that the rule does not have
 */
public record RuleImpact(List<Touched> touched, List<Contradiction> contradictions) {

    public RuleImpact {
        touched = List.copyOf(touched);
        contradictions = List.copyOf(contradictions);
    }

    /** Nobody who asks would hear of the rule. */
    public boolean isUnused() {
        return touched.isEmpty();
    }

    /** Entries that say the new values by themselves. */
    public List<Touched> using() {
        return touched.stream().filter(entry -> entry.how() == How.USES).toList();
    }

    /** Entries that speak of it in words of their own. */
    public List<Touched> mentioning() {
        return touched.stream().filter(entry -> entry.how() == How.MENTIONS).toList();
    }

    /** How an entry has to do with the rule. */
    public enum How {
        USES,
        MENTIONS
    }

    /** @param key of the entry */
    public record Touched(BotId bot, String key, String question, How how) {}

    /**
     * @param key of the entry
     * @param sentence of the answer in which the number stands
     * @param written the number as it stands there
     */
    public record Contradiction(BotId bot, String key, String question, String sentence, String written, Ruled ruled) {}

    /** What a number is counted in. */
    public enum Unit {
        DAYS,
        HOURS,
        MONEY,
        COUPONS,
        TIERS
    }

    /**
     * What the rule says instead.
     *
     * @param values all that the rule would let stand there; none if it has no such thing
     * @param tiers the same for promotions, which have pairs of numbers
     */
    public record Ruled(Unit unit, List<BigDecimal> values, List<Tier> tiers) {

        public Ruled {
            values = List.copyOf(values);
            tiers = List.copyOf(tiers);
        }
    }
}
