package io.xiaoer.connectors;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * How the bound shop's connection to a platform stands.
 *
 * @param name what the platform is called
 * @param hasPage whether the owner can agree on the platform's own page
 * @param account the shop as the platform names it; null if there is no connection
 * @param lostBecause what the platform said when it stopped letting us in
 * @param reading what is being read, else what was read last; null if nothing ever was
 * @param readUntil what had changed until then is known, whether it was told or not
 * @param waiting pushes that are still to be applied
 */
public record BridgeStatus(
        String bridge,
        String name,
        boolean hasPage,
        State state,
        @Nullable String account,
        @Nullable String accountName,
        @Nullable OffsetDateTime connectedAt,
        @Nullable OffsetDateTime lostAt,
        @Nullable String lostBecause,
        @Nullable Reading reading,
        @Nullable OffsetDateTime readUntil,
        @Nullable OffsetDateTime lastPushAt,
        int waiting) {

    /** Whether there is a connection. */
    public enum State {
        NONE,
        CONNECTED,
        /** The platform no longer lets us in; the owner has to agree again. */
        LOST,
        /** What it has brought is being removed. */
        LEAVING
    }

    /**
     * One reading.
     *
     * @param full of all there is, else of what has changed
     * @param stage what is being read, as records are called, for example {@code orders}
     * @param total of the stage; null if nobody knows
     * @param stored records in all
     * @param fault why it waits; null if it goes on
     * @param endedAt null as long as it runs
     */
    public record Reading(
            boolean full,
            @Nullable String stage,
            int done,
            @Nullable Integer total,
            int stored,
            int rejected,
            Fault.@Nullable Code fault,
            @Nullable String detail,
            OffsetDateTime begunAt,
            @Nullable OffsetDateTime endedAt) {

        public boolean isRunning() {
            return endedAt == null;
        }
    }
}
