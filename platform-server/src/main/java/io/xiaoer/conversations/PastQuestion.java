package io.xiaoer.conversations;

import io.xiaoer.answering.Facts;
import io.xiaoer.answering.Receipt;
import io.xiaoer.answering.Utterance;
import io.xiaoer.rollout.ShopperRef;
import java.time.OffsetDateTime;

/**
 * A question that a release answered, with all that it takes to ask it again: it is known when it was asked, in the course of which
 * conversation, and over which facts.
 *
 * @param seq of the shopper's message
 * @param at when it was asked
 * @param said as it was heard, in the light of what was really said before
 * @param replied what was said to it
 * @param receipt why
 */
public record PastQuestion(
        ConversationId conversation,
        int seq,
        ShopperRef shopper,
        OffsetDateTime at,
        Utterance said,
        Message replied,
        Receipt receipt) {

    /** What was known then. */
    public Facts facts() {
        return new Facts(receipt.facts());
    }
}
