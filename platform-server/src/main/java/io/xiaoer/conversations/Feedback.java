package io.xiaoer.conversations;

import org.jspecify.annotations.Nullable;

/** Whether a reply helped, and what the shopper says of it. */
public record Feedback(boolean helpful, @Nullable String comment) {

    public static final int MAX_COMMENT = 500;
}
