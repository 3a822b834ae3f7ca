package io.xiaoer.rules;

import io.xiaoer.rules.Decision.Reason;
import io.xiaoer.rules.Decision.Refused;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Until when something may be returned after an allergic reaction, and what proves it.
 *
 * @param windowDays calendar days in the shop's zone; day 1 is the day after delivery, the last day counts whole
 */
public record AllergyReturn(int windowDays, List<String> proof) implements RuleParams {

    public AllergyReturn {
        proof = List.copyOf(proof);
    }

    public Decision decide(@Nullable OffsetDateTime deliveredAt, Instant now, ZoneId zone) {
        if (deliveredAt == null || !Window.happened(deliveredAt, now)) {
            return new Refused(Reason.NOT_DELIVERED, null);
        }
        return Window.decide(Window.ofDays(deliveredAt, windowDays, zone), now);
    }
}
