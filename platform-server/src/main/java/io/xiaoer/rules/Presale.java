package io.xiaoer.rules;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/** How many days after payment a pre-sale order leaves the shop. */
public record Presale(int shipWithinDays) implements RuleParams {

    /** The last day of dispatch; day 1 is the day after payment. */
    public LocalDate dueBy(OffsetDateTime paidAt, ZoneId zone) {
        return paidAt.atZoneSameInstant(zone).toLocalDate().plusDays(shipWithinDays);
    }
}
