package io.xiaoer.rules;

import io.xiaoer.rules.Decision.Reason;
import io.xiaoer.rules.Decision.Refused;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** How soon after delivery spoilt goods must be claimed. */
public record FreshClaim(int withinHours, @Nullable String applyUrl) implements RuleParams {

    public Decision decide(@Nullable OffsetDateTime deliveredAt, Instant now, ZoneId zone) {
        if (deliveredAt == null || !Window.happened(deliveredAt, now)) {
            return new Refused(Reason.NOT_DELIVERED, null);
        }
        return Window.decide(Window.ofHours(deliveredAt, withinHours, zone), now);
    }
}
