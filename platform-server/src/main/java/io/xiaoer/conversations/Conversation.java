package io.xiaoer.conversations;

import io.xiaoer.bots.BotId;
import io.xiaoer.rollout.ShopperRef;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as it stands.
 *
 * @param pageKind kind of the shop's page on which it began; null where nobody said
 * @param lastSeq number of its newest event
 * @param profile what the shop said of the shopper when it began
 */
public record Conversation(
        ConversationId id,
        BotId bot,
        ShopperRef shopper,
        Mode mode,
        @Nullable String pageKind,
        int lastSeq,
        ShopperProfile profile) {}
