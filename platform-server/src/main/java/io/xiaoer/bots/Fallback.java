package io.xiaoer.bots;

import org.jspecify.annotations.Nullable;

/**
 * What a shopper gets whom the bot does not serve (yet).
 *
 * @param url required for {@link Kind#LINK}
 * @param text what to say; required for {@link Kind#TEXT}
 */
public record Fallback(
        Kind kind, @Nullable String url, @Nullable String text) {

    /** Where the shopper goes on. */
    public enum Kind {
        LINK,
        TEXT,
        PERSON
    }
}
