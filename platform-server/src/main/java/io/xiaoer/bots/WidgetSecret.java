package io.xiaoer.bots;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What there is to know of a bot's widget secret without the secret itself.
 *
 * @param createdAt when the newest was made
 * @param oldValidUntil until when one that it replaced is still accepted; null if none is
 */
public record WidgetSecret(
        OffsetDateTime createdAt, @Nullable OffsetDateTime oldValidUntil) {}
