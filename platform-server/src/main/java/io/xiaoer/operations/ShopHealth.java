package io.xiaoer.operations;

import io.xiaoer.shared.Figures;
import io.xiaoer.shared.Health.Trial;
import io.xiaoer.tenancy.TenantId;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * How a shop is doing, in figures.
 *
 * @param stage how far the shop's bots are let out; null until it was counted
 * @param pilot how the pilot fills that is under way; null if there is none
 * @param haltedAt when a bot was last taken back by itself; null if not in the last 30 days
 * @param today since midnight in the shop's time zone
 * @param lastSeen when a shopper was last heard
 * @param suspended null if the shop may do everything
 * @param countedAt null until the shop was counted for the first time
 */
public record ShopHealth(
        TenantId id,
        String name,
        ZoneId timeZone,
        Instant openedAt,
        @Nullable String stage,
        @Nullable Trial pilot,
        @Nullable Instant haltedAt,
        Figures today,
        @Nullable Instant lastRelease,
        @Nullable Instant lastSeen,
        @Nullable Suspended suspended,
        @Nullable Instant countedAt) {

    /** Since when, and what for. */
    public record Suspended(Instant at, String category) {}
}
