package io.xiaoer.conversations;

import io.xiaoer.answering.Focus;
import io.xiaoer.bots.BotId;
import io.xiaoer.rollout.ShopperRef;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as it stands.
 *
 * @param pageKind kind of the shop's page on which it began; null where nobody said
 * @param page where the shopper was last, as plain JSON; null where nobody said
 * @param focus what it is about at the moment
 * @param lastSeq number of its newest event
 * @param profile what the shop said of the shopper when it began
 */
public record Conversation(
        ConversationId id,
        BotId bot,
        ShopperRef shopper,
        Mode mode,
        @Nullable String pageKind,
        @Nullable Object page,
        Focus focus,
        int lastSeq,
        ShopperProfile profile) {

    /** As it stands after a turn. */
    Conversation after(Mode newMode, @Nullable Object newPage, Focus newFocus, int newestSeq) {
        return new Conversation(id, bot, shopper, newMode, pageKind, newPage, newFocus, newestSeq, profile);
    }
}
