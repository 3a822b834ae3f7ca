package io.xiaoer.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Until when and how something may be exchanged or returned. */
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

    public SendBack {
        excludeCategories = List.copyOf(excludeCategories);
    }
}
