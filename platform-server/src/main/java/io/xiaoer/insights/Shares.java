package io.xiaoer.insights;

import io.xiaoer.conversations.HandoverReason;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Outcomes counted. A share of nothing is empty, not zero.
 *
 * @param conversations in which the bot was asked something, or a person was asked for
 * @param resolved conversations in which the bot answered at least once, nobody was asked for or came, the last question was answered or
 *     offered choices, nothing was marked unhelpful, and nothing was asked again in other words
 * @param questions asked of the bot; each is one of answered, choices, unknown, declined and errors
 * @param handedOver conversations that were handed over to a person
 * @param helpful questions whose reply was marked helpful
 * @param askedAgain questions that were asked again in other words within a week
 * @param reasons conversations by why they were handed over; one may count under several
 * @param p50Millis milliseconds that the middle reply took on the server; null where nothing was measured
 * @param p95Millis milliseconds that 95 of 100 replies did not exceed
 */
public record Shares(
        int conversations,
        int resolved,
        int questions,
        int answered,
        int choices,
        int unknown,
        int declined,
        int handedOver,
        int errors,
        int helpful,
        int unhelpful,
        int askedAgain,
        Map<HandoverReason, Integer> reasons,
        @Nullable Double p50Millis,
        @Nullable Double p95Millis) {

    public static final Shares NOTHING = new Shares(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, Map.of(), null, null);

    public Shares {
        reasons = Map.copyOf(reasons);
    }

    /** Of the conversations. */
    public OptionalDouble resolvedShare() {
        return share(resolved, conversations);
    }

    /** Of the conversations. */
    public OptionalDouble handedOverShare() {
        return share(handedOver, conversations);
    }

    /** Of the questions. */
    public OptionalDouble answeredShare() {
        return share(answered, questions);
    }

    /** Of the questions. */
    public OptionalDouble choicesShare() {
        return share(choices, questions);
    }

    /** Of the questions. */
    public OptionalDouble unknownShare() {
        return share(unknown, questions);
    }

    /** Of the questions. */
    public OptionalDouble declinedShare() {
        return share(declined, questions);
    }

    /** Of the questions. */
    public OptionalDouble errorShare() {
        return share(errors, questions);
    }

    /** Of the questions. */
    public OptionalDouble askedAgainShare() {
        return share(askedAgain, questions);
    }

    /** Questions whose reply was marked at all. */
    public int feedback() {
        return helpful + unhelpful;
    }

    /** Of the feedback. */
    public OptionalDouble thumbsDownShare() {
        return share(unhelpful, feedback());
    }

    private static OptionalDouble share(int part, int whole) {
        return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
    }
}
