package io.xiaoer.conversations;

import org.jspecify.annotations.Nullable;

/**
 * Which conversations are wanted.
 *
 * @param search part of the shopper's name or id, or of what was said, in the newest conversations; null for any
 * @param tag that they have; null for any
 * @param mode null for any; only {@link Box#ALL} asks for it
 */
public record DeskFilter(
        Box box,
        @Nullable String search,
        @Nullable String tag,
        @Nullable Mode mode) {

    public static final int MAX_SEARCH = 60;

    /** Where conversations lie. */
    public enum Box {
        /** They wait, first in line first. */
        QUEUE,
        /** The asking member has them; whoever waits longest for a word comes first. */
        MINE,
        /** All there are, newest first. */
        ALL
    }

    public static DeskFilter of(Box box) {
        return new DeskFilter(box, null, null, null);
    }
}
