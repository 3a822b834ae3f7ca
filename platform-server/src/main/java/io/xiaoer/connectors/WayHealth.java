package io.xiaoer.connectors;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How well one way works.
 *
 * @param newestUpdatedAt of all records that came, when the one changed last that changed last
 * @param lag since then; null if nothing came yet
 * @param hours the last 24, oldest first, the running one last
 * @param faults of the last days, the latest first
 */
public record WayHealth(
        Way way,
        State state,
        @Nullable OffsetDateTime lastSuccessAt,
        @Nullable OffsetDateTime newestUpdatedAt,
        @Nullable Duration lag,
        List<Hour> hours,
        List<Fault> faults) {

    public WayHealth {
        hours = List.copyOf(hours);
        faults = List.copyOf(faults);
    }

    /** How it stands. */
    public enum State {
        /** Nothing ever came. */
        UNUSED,
        /** The last thing that happened went well. */
        WORKING,
        /** The last thing that happened went wrong. */
        FAILING,
        /** It failed so often that it is not tried for a while. */
        RESTING
    }

    /**
     * One hour.
     *
     * @param events records that came, or look-ups that were answered
     */
    public record Hour(OffsetDateTime begin, int events, int failures) {}
}
