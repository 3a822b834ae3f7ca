package io.xiaoer.rules;

import io.xiaoer.rules.Decision.Detail;
import io.xiaoer.rules.Decision.Reason;
import io.xiaoer.rules.Decision.Refused;
import io.xiaoer.rules.Decision.Unsure;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Until when and how something may be exchanged or returned.
 *
 * @param windowDays calendar days in the shop's zone; day 1 is the day after delivery, the last day counts whole
 */
public record SendBack(
        int windowDays,
        boolean requireUnopened,
        List<String> excludeCategories,
        FreightPaidBy freightPaidBy,
        boolean packagingRequired,
        @Nullable String applyUrl)
        implements RuleParams {
    /** Who pays for sending it back. */
    public enum FreightPaidBy {
        BUYER,
        SELLER
    }

    /** What is known of the thing; null where it is not known. */
    public record Item(
            @Nullable OffsetDateTime deliveredAt,
            @Nullable Boolean opened,
            @Nullable String category) {}

    public SendBack {
        excludeCategories = List.copyOf(excludeCategories);
    }

    public Decision decide(Item item, Instant now, ZoneId zone) {
        OffsetDateTime deliveredAt = item.deliveredAt();
        if (deliveredAt == null || !Window.happened(deliveredAt, now)) {
            return new Refused(Reason.NOT_DELIVERED, null);
        }
        if (Categories.contain(excludeCategories, item.category())) {
            return new Refused(Reason.EXCLUDED, null);
        }
        ZonedDateTime until = Window.ofDays(deliveredAt, windowDays, zone);
        Decision inTime = Window.decide(until, now);
        if (inTime instanceof Refused || !requireUnopened) {
            return inTime;
        }
        Boolean opened = item.opened();
        if (opened == null) {
            return new Unsure(Detail.OPENED);
        }
        return opened ? new Refused(Reason.OPENED, until) : inTime;
    }
}
