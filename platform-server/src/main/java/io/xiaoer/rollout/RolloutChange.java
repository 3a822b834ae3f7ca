package io.xiaoer.rollout;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change of how far a bot is let out, as it was after it.
 *
 * @param numbers the gates at that moment
 * @param alarm what made it halt; null for what people did
 */
public record RolloutChange(
        UUID id,
        OffsetDateTime at,
        String by,
        Kind kind,
        Stage stage,
        int liveRelease,
        @Nullable Integer candidate,
        String reason,
        List<Gate> numbers,
        @Nullable Alarm alarm) {

    /** What a change was. */
    public enum Kind {
        /** To another stage. */
        MOVED,
        /** Another release is live. */
        RELEASED,
        /** A candidate was set or withdrawn. */
        CANDIDATE,
        /** It went back by itself. */
        HALTED
    }
}
