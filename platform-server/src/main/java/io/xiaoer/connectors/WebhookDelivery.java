package io.xiaoer.connectors;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One event on its way to one endpoint.
 *
 * @param eventId the message's {@code webhook-id}, the same in every attempt
 * @param conversationId null if it is not about a conversation
 * @param attempts counted from the last replay on
 * @param nextAttemptAt null once nothing more is done
 * @param status of the last answer; null if there was none
 * @param fault why it has not arrived; null if it has, or was not tried yet
 * @param tries the attempts that came to an end, newest last
 */
public record WebhookDelivery(
        UUID eventId,
        UUID endpointId,
        WebhookEvent event,
        @Nullable UUID conversationId,
        OffsetDateTime happenedAt,
        State state,
        int attempts,
        @Nullable OffsetDateTime nextAttemptAt,
        @Nullable Integer status,
        @Nullable WebhookFault fault,
        List<Try> tries) {

    public WebhookDelivery {
        tries = List.copyOf(tries);
    }

    /** How far it is. */
    public enum State {
        WAITING,
        DELIVERED,
        /** Given up. */
        DEAD
    }

    /**
     * An attempt.
     *
     * @param status of the answer; null if there was none
     * @param fault null if it was delivered
     */
    public record Try(
            OffsetDateTime at,
            @Nullable Integer status,
            @Nullable WebhookFault fault,
            long millis) {}

    /** With one attempt more. */
    public WebhookDelivery attempted() {
        return new WebhookDelivery(
                eventId,
                endpointId,
                event,
                conversationId,
                happenedAt,
                state,
                attempts + 1,
                nextAttemptAt,
                status,
                fault,
                tries);
    }
}
