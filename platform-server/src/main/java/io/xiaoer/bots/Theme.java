package io.xiaoer.bots;

import org.jspecify.annotations.Nullable;

/**
 * How the chat looks. What is chosen from a few and not said is as in {@link #standard()}.
 *
 * @param primaryColor {@code #rrggbb}
 * @param avatarUrl https address of a square picture; null draws the initial
 * @param title name in the chat's header; null uses the bot's name
 * @param position the side of the page on which the launcher and the window are
 * @param launcher what opens the chat; none where the shop's page has a button of its own
 */
public record Theme(
        @Nullable String primaryColor,
        @Nullable String avatarUrl,
        @Nullable String title,
        Radius radius,
        Position position,
        Launcher launcher,
        Scheme scheme) {

    /** How round corners are. */
    public enum Radius {
        SQUARE,
        SOFT,
        ROUND
    }

    /** A side of the page. */
    public enum Position {
        RIGHT,
        LEFT
    }

    /** What opens the chat. */
    public enum Launcher {
        /** A round button with the picture. */
        BUBBLE,
        /** A button with the title beside the picture. */
        PILL,
        NONE
    }

    /** Light or dark; automatic follows the shopper's device. */
    public enum Scheme {
        AUTO,
        LIGHT,
        DARK
    }

    @SuppressWarnings("ConstantValue") // JSON may lack any of them
    public Theme {
        radius = radius == null ? Radius.SOFT : radius;
        position = position == null ? Position.RIGHT : position;
        launcher = launcher == null ? Launcher.BUBBLE : launcher;
        scheme = scheme == null ? Scheme.AUTO : scheme;
    }

    public static Theme standard() {
        return standardIn("#d6336c");
    }

    /** @param colour {@code #rrggbb} */
    public static Theme standardIn(String colour) {
        return new Theme(colour, null, null, Radius.SOFT, Position.RIGHT, Launcher.BUBBLE, Scheme.AUTO);
    }
}
