package io.xiaoer.conversations;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * How a conversation stands with the people of the shop.
 *
 * @param agent who has it; null if nobody has
 * @param reason why it was last handed over; null if it never was
 * @param waitingSince since when the shopper waits for a person, or waited until one came
 * @param first whether it goes before all others in line, because somebody gave it back
 * @param closedAt when it was last closed; null if it never was
 * @param refused what the bot's last reply refused, see {@link Refusal}; null for nothing
 */
public record DeskState(
        @Nullable Agent agent,
        @Nullable HandoverReason reason,
        @Nullable OffsetDateTime waitingSince,
        boolean first,
        @Nullable OffsetDateTime closedAt,
        @Nullable String refused) {

    /** Nobody was asked for. */
    public static final DeskState NONE = new DeskState(null, null, null, false, null, null);

    DeskState waiting(HandoverReason why, OffsetDateTime since) {
        return new DeskState(null, why, since, false, closedAt, null);
    }

    DeskState with(Agent taker, OffsetDateTime now) {
        return new DeskState(taker, reason, waitingSince == null ? now : waitingSince, false, closedAt, null);
    }

    /** Given back: before all others in line. */
    DeskState waitingAgain(OffsetDateTime now) {
        return new DeskState(null, reason, waitingSince == null ? now : waitingSince, true, closedAt, null);
    }

    /** Nobody has it and nobody waits. */
    DeskState done() {
        return new DeskState(null, reason, null, false, closedAt, null);
    }

    /** The agent stays known, for whom the rating is. */
    DeskState closed(OffsetDateTime now) {
        return new DeskState(agent, reason, null, false, now, null);
    }

    DeskState refusing(@Nullable String what) {
        return new DeskState(agent, reason, waitingSince, first, closedAt, what);
    }
}
