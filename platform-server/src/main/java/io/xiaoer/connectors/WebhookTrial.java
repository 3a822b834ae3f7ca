package io.xiaoer.connectors;

import org.jspecify.annotations.Nullable;

/**
 * How an endpoint took an event sent on trial.
 *
 * @param status of its answer; null if there was none
 * @param fault null if it took it
 */
public record WebhookTrial(
        @Nullable Integer status, @Nullable WebhookFault fault, long millis) {

    public boolean ok() {
        return fault == null;
    }
}
