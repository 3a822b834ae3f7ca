package io.xiaoer.conversations;

import io.xiaoer.bots.BotId;
import io.xiaoer.rollout.ShopperRef;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question of a shopper and what it came to.
 *
 * @param question the number of the shopper's message; of the reply where the button asked for a person
 * @param reply the number of the first reply; of the message itself where a person has to answer
 * @param shopper null if the conversation is gone
 * @param staff null where it was not asked who writes: to a person, and in receipts from before
 * @param pilot the pilot whose member the shopper was; null if of none
 * @param release that was asked; null if none was
 * @param kind of the first reply, whatever else was said: {@code answer}, {@code choices}, {@code unknown}, {@code declined},
 *     {@code handover}, {@code fallback}, or {@code person} where a person has to answer
 * @param handover why the shopper was handed over with it; null if not
 * @param missing what the answer needed and could not have, as {@code need:state}, for example {@code order:stale}; null if nothing
 * @param chosen whether the shopper said it by a choice that was offered
 * @param together numbers of the shopper's earlier messages that were read together with this one
 * @param helpful what the shopper thought of the reply; null if nothing was said
 * @param micros microseconds the turn took; null where that says nothing
 * @param instant whether the text named its entry at once, without being searched for by meaning
 * @param text what the shopper typed, in one spelling for all ways to write it; null if it was chosen, is long, or says anything that may tell
 *     who they are
 */
public record AskedQuestion(
        ConversationId conversation,
        int question,
        int reply,
        BotId bot,
        @Nullable ShopperRef shopper,
        @Nullable Boolean staff,
        @Nullable Integer pilot,
        @Nullable Integer release,
        String kind,
        @Nullable HandoverReason handover,
        @Nullable String entryKey,
        @Nullable String missing,
        boolean chosen,
        List<Integer> together,
        @Nullable Boolean helpful,
        @Nullable Integer micros,
        @Nullable String pageKind,
        boolean instant,
        @Nullable String text,
        OffsetDateTime at) {

    public AskedQuestion {
        together = List.copyOf(together);
    }

    /** A message or a receipt, by its place. */
    public record Place(ConversationId conversation, int seq) {}
}
