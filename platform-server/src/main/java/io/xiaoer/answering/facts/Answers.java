package io.xiaoer.answering.facts;

import org.jspecify.annotations.Nullable;

/** What a short message answers to the clerk's question. */
public final class Answers {

    private Answers() {}

    /** Which of the offered ones the message picks by its place, from 0; -1 if none. */
    public static int ordinal(String message, int offered) {
        return GoodsWords.ordinal(message, offered);
    }

    /** Whether the goods are opened, as an answer to that question; null if the message does not answer it. */
    public static @Nullable Boolean opened(String message) {
        return GoodsWords.openedAnswer(message);
    }

    /** How much of a name the message says; 0 if nothing of it. */
    public static int names(String name, String message) {
        return GoodsWords.overlap(name, message);
    }
}
