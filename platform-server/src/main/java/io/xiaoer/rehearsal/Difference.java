package io.xiaoer.rehearsal;

import io.xiaoer.conversations.ConversationId;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A question that shoppers asked, and what it is told before and after.
 *
 * @param conversation in which it was asked, the last time if several times; null once that is forgotten
 * @param seq of the shopper's message in it
 * @param asked without what may tell who wrote it
 * @param times how often just this was asked
 */
public record Difference(
        @Nullable ConversationId conversation,
        int seq,
        OffsetDateTime at,
        String asked,
        int times,
        Said before,
        Said after,
        Group group) {

    /** In what way the two differ. */
    public enum Group {
        NEWLY_ANSWERED,
        /** Answered before and after, but by another entry or in other words. */
        CHANGED,
        LOST,
        SAME
    }
}
