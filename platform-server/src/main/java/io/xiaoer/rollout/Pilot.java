package io.xiaoer.rollout;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * How a bot is tried on new shoppers.
 *
 * @param number of the newest pilot, counted from 1; 0 if there was none yet
 * @param enrolled how many are in
 * @param startedAt null if there was none yet
 */
public record Pilot(
        int number,
        PilotSettings settings,
        int enrolled,
        @Nullable OffsetDateTime startedAt) {

    /** The fewest members from whose conversations anything can be told. */
    public static final int FEWEST = 100;
}
