package io.xiaoer.connectors.internal.hooks;

import io.xiaoer.bots.BotId;
import io.xiaoer.connectors.WebhookEvent;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that happened, by ids only. */
record Happening(UUID id, WebhookEvent event, Subject about, OffsetDateTime at) {

    /** What it is about. */
    sealed interface Subject {}

    /**
     * A conversation.
     *
     * @param seq the message it is about; null if it is about none
     * @param reason why, where there is a reason, as the API names it
     */
    record Talk(
            UUID conversation,
            @Nullable Integer seq,
            @Nullable String reason) implements Subject {}

    /** A bot, and the change of its rollout. */
    record Change(BotId bot, UUID change) implements Subject {}
}
