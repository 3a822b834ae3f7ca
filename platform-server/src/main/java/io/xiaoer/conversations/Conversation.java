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
 * @param desk how it stands with the people of the shop
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
        ShopperProfile profile,
        DeskState desk) {

    /** As it stands after a turn. */
    Conversation after(Mode newMode, @Nullable Object newPage, Focus newFocus, int newestSeq, DeskState newDesk) {
        return new Conversation(id, bot, shopper, newMode, pageKind, newPage, newFocus, newestSeq, profile, newDesk);
    }

    /** As it stands after its mode was changed at the desk. */
    Conversation after(Mode newMode, int newestSeq, DeskState newDesk) {
        return after(newMode, page, focus, newestSeq, newDesk);
    }

    /** Nobody has come yet, and the only reason to wait was that the bot did not serve the shopper. */
    boolean waitsForWantOfTheBot() {
        return mode == Mode.WAITING && desk.reason() == HandoverReason.FALLBACK;
    }

    /** Whether people, not the bot, have to do with it. */
    public boolean isAtDesk() {
        return mode == Mode.WAITING || mode == Mode.PERSON;
    }
}
