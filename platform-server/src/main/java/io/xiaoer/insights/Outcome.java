package io.xiaoer.insights;

import io.xiaoer.bots.BotId;
import io.xiaoer.conversations.ConversationId;
import io.xiaoer.conversations.HandoverReason;
import io.xiaoer.rollout.ShopperRef;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What became of a question.
 *
 * @param seq the number of the shopper's message, or of the hand-over that the button asked for; below zero for a turn that failed, of which
 *     nothing was kept
 * @param reply the number of the reply; null where there is none
 * @param shopper null once forgotten
 * @param pilot the pilot whose member the shopper was then; null if of none
 * @param release that was asked; null if none was
 * @param handover why the shopper was handed over with it; null if not
 * @param missing what the answer needed and could not have, as {@code need:state}; null if nothing
 * @param choiceTaken whether one of the choices that it offered was taken
 * @param helpful what the shopper thought of the reply; null if nothing was said
 * @param askedAgain whether the shopper asked the same in other words within a week
 * @param micros microseconds the turn took; null where that says nothing
 * @param instant whether the text named its entry at once, without being searched for by meaning
 * @param asked what the shopper typed, in one spelling; null where the bot was not
 *     asked, it was not typed, is long, may tell who they are, or is forgotten, and for staff
 */
public record Outcome(
        ConversationId conversation,
        int seq,
        @Nullable Integer reply,
        BotId bot,
        @Nullable ShopperRef shopper,
        @Nullable Integer pilot,
        boolean staff,
        @Nullable Integer release,
        OutcomeKind kind,
        @Nullable HandoverReason handover,
        @Nullable String entryKey,
        @Nullable String missing,
        boolean choiceTaken,
        @Nullable Boolean helpful,
        boolean askedAgain,
        @Nullable Integer micros,
        @Nullable String pageKind,
        boolean instant,
        @Nullable String asked,
        OffsetDateTime at) {}
