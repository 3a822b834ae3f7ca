package io.xiaoer.insights;

import org.jspecify.annotations.Nullable;

/**
 * What many shoppers ask.
 *
 * @param text in one spelling, and by at least two shoppers
 * @param entryKey that answers it, at once or mostly; null if none does
 * @param question the entry's own; null if it is not in the draft any more
 * @param mark by which it was marked for the instant reply; null if it was not
 */
public record FrequentQuestion(
        String text,
        int count,
        int shoppers,
        State state,
        @Nullable String entryKey,
        @Nullable String question,
        @Nullable String mark) {

    /** How soon it is answered. */
    public enum State {
        /** The live release answers it at once. */
        INSTANT,
        /** The draft would: the next release will. */
        WAITING,
        /** It has to be searched for by meaning. It can be marked. */
        SEARCHED,
        /** No entry answers it. */
        UNANSWERED;

        /** As the API names it. */
        public String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
