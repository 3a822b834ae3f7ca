package io.xiaoer.insights;

import io.xiaoer.conversations.ConversationId;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A time that the bot failed a question. Texts are without what may tell who somebody is.
 *
 * @param seq the number of the shopper's message
 * @param text what the shopper wrote
 * @param replied what the bot said; empty if it said nothing
 * @param person what a person said to it afterwards; null if nobody did
 */
public record QuestionSample(
        ConversationId conversation,
        int seq,
        OffsetDateTime at,
        String text,
        String replied,
        @Nullable String person) {}
