package io.xiaoer.conversations;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What happened in some time, counted. Every message of a shopper is counted once: as the kind of its reply, as handed over whatever else was said
 * to it, or as one that a person answers. Pressing the button for a person counts as a message.
 *
 * @param conversations in which something was said
 * @param messages of shoppers
 * @param answered the bot answered
 * @param choices the bot offered what may have been meant
 * @param unknown the bot said that it does not know
 * @param declined the bot understood, but could not answer honestly
 * @param handedOver the shopper was handed over to a person
 * @param fallback the bot does not serve the shopper, who was shown where else to go
 * @param withPerson written while a person had the conversation, or while the shopper waited for one
 * @param replyTime null where nothing was measured
 */
public record Tally(
        int conversations,
        int messages,
        int answered,
        int choices,
        int unknown,
        int declined,
        int handedOver,
        int fallback,
        int withPerson,
        @Nullable ReplyTime replyTime) {

    public static final Tally NOTHING = new Tally(0, 0, 0, 0, 0, 0, 0, 0, 0, null);

    /** Milliseconds from a turn's beginning to its commit: half of the turns, and 95 of 100, took no longer. */
    public record ReplyTime(double p50, double p95) {}

    /** Messages that the bot had to deal with. */
    public int toBot() {
        return messages - fallback - withPerson;
    }

    /** How many of the messages to the bot were answered, 0 to 1; empty if there were none. */
    public OptionalDouble answeredShare() {
        return share(answered);
    }

    /** How many of the messages to the bot it did not know about, 0 to 1; empty if there were none. */
    public OptionalDouble unknownShare() {
        return share(unknown);
    }

    private OptionalDouble share(int some) {
        return toBot() == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) some / toBot());
    }
}
