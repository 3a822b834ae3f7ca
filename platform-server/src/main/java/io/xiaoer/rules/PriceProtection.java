package io.xiaoer.rules;

import io.xiaoer.rules.Decision.Reason;
import io.xiaoer.rules.Decision.Refused;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * The difference is paid back when the price falls within so many days.
 *
 * @param days calendar days in the shop's zone; day 1 is the day after payment, the last day counts whole
 */
public record PriceProtection(int days, @Nullable String applyUrl) implements RuleParams {

    public Decision decide(@Nullable OffsetDateTime paidAt, Instant now, ZoneId zone) {
        if (paidAt == null || !Window.happened(paidAt, now)) {
            return new Refused(Reason.NOT_PAID, null);
        }
        return Window.decide(Window.ofDays(paidAt, days, zone), now);
    }
}
