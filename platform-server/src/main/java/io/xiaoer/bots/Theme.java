package io.xiaoer.bots;

import org.jspecify.annotations.Nullable;

/**
 * How the chat looks.
 *
 * @param primaryColor {@code #rrggbb}
 * @param avatarUrl https address of a square picture; null draws the initial
 * @param title name in the chat's header; null uses the bot's name
 */
public record Theme(
        @Nullable String primaryColor,
        @Nullable String avatarUrl,
        @Nullable String title) {

    public static Theme standard() {
        return new Theme("#d6336c", null, null);
    }
}
