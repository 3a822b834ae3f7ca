package io.xiaoer.insights;

import io.xiaoer.conversations.ConversationId;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A question that the bot failed.
 *
 * @param seq the number of the shopper's message
 * @param text what the shopper wrote, without what may tell who they are; empty if they sent a picture alone
 * @param why in the shop's language, in a sentence
 * @param entryKey the entry that answered or could not be told; null if there is none
 */
public record FailedQuestion(
        ConversationId conversation,
        int seq,
        OffsetDateTime at,
        String text,
        Cause cause,
        String why,
        @Nullable String entryKey) {}
