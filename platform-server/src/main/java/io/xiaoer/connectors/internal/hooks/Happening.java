package io.xiaoer.connectors.internal.hooks;

import io.xiaoer.connectors.WebhookEvent;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened in a conversation, by ids only.
 *
 * @param seq the message it is about; null if it is about none
 * @param reason why, where there is a reason, as the API names it
 */
record Happening(
        UUID id,
        WebhookEvent event,
        UUID conversation,
        @Nullable Integer seq,
        @Nullable String reason,
        OffsetDateTime at) {}
