package io.xiaoer.conversations;

import io.xiaoer.bots.BotId;
import io.xiaoer.rollout.ShopperRef;

/**
 * A conversation as it stands.
 *
 * @param lastSeq number of its newest event
 */
public record Conversation(ConversationId id, BotId bot, ShopperRef shopper, Mode mode, int lastSeq) {}
