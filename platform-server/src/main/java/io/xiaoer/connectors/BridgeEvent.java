package io.xiaoer.connectors;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Something a platform told.
 *
 * @param id the platform's
 * @param event as the platform names it
 * @param subject what it was about, for example {@code orders/E20261126}; null if it was about nothing of ours, and then there is nothing to
 *     replay
 * @param fault why it waits or was not applied
 */
public record BridgeEvent(
        String id,
        String event,
        OffsetDateTime receivedAt,
        @Nullable String subject,
        State state,
        int attempts,
        @Nullable OffsetDateTime nextAttemptAt,
        Fault.@Nullable Code fault,
        @Nullable String detail) {

    /** What became of it. */
    public enum State {
        WAITING,
        APPLIED,
        /** Something newer about the same was told and applied before. */
        STALE,
        /** It was about nothing of ours. */
        IGNORED,
        REJECTED,
        /** Given up. */
        DEAD
    }
}
