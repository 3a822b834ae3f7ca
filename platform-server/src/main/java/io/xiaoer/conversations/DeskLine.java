package io.xiaoer.conversations;

import io.xiaoer.bots.BotId;
import io.xiaoer.rollout.ShopperRef;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A conversation in a list.
 *
 * @param name what the shop calls the shopper; null if it has not said
 * @param reason why it was last handed over; null if it never was
 * @param waitingSince since when the shopper waits, or waited until a person came; null if nobody was asked for
 * @param agent who has it, or had it when it was closed
 * @param last what was said last; null if nothing was
 * @param rating 1 to 5; null if there is none
 */
public record DeskLine(
        ConversationId id,
        BotId bot,
        ShopperRef shopper,
        @Nullable String name,
        Mode mode,
        @Nullable HandoverReason reason,
        @Nullable OffsetDateTime waitingSince,
        @Nullable Agent agent,
        @Nullable Last last,
        List<String> tags,
        @Nullable Integer rating,
        OffsetDateTime openedAt) {

    /** What was said last, cut short. */
    public record Last(Message.Author author, String text, OffsetDateTime at) {}

    public DeskLine {
        tags = List.copyOf(tags);
    }

    /** Whether a person has it and the shopper spoke last. */
    public boolean isUnanswered() {
        return mode == Mode.PERSON && last != null && last.author() == Message.Author.SHOPPER;
    }
}
