package io.xiaoer.conversations;

import io.xiaoer.answering.Receipt;
import org.jspecify.annotations.Nullable;

/**
 * A message as the desk sees it.
 *
 * @param receipt why the bot said it; null for what the bot did not say from a release
 * @param feedback what the shopper thought of it
 */
public record DeskMessage(
        Message message,
        @Nullable Receipt receipt,
        @Nullable Feedback feedback) {}
