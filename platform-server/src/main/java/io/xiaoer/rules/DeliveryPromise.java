package io.xiaoer.rules;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How soon after dispatch an order arrives in some regions; no region means everywhere the shop delivers. */
public record DeliveryPromise(List<String> regions, int hours, boolean coldChain) implements RuleParams {

    public DeliveryPromise {
        regions = List.copyOf(regions);
    }

    /** Null if the region is not known, or only so roughly that a part of it is covered. */
    public @Nullable Boolean covers(@Nullable String region) {
        if (regions.isEmpty()) {
            return true;
        }
        if (region == null || region.isBlank()) {
            return null;
        }
        if (Regions.hold(regions, region)) {
            return true;
        }
        return Regions.within(regions, region) ? null : Boolean.FALSE;
    }

    public OffsetDateTime arrivesBy(OffsetDateTime shippedAt) {
        return shippedAt.plusHours(hours);
    }
}
