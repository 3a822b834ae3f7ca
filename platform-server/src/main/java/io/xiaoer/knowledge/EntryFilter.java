package io.xiaoer.knowledge;

/**
 * Which entries a person wants to see.
 *
 * @param text part of a question, a similar one, a keyword or the answer, in any case; empty for all
 */
public record EntryFilter(String text, State state) {

    /** What an entry's standing may be; not exclusive. */
    public enum State {
        ALL,
        ENABLED,
        DISABLED,
        /** Its time to answer is over. */
        EXPIRED,
        /** Enabled, and no reply has used it for {@link EntrySearch#UNUSED_AFTER}. */
        NEVER_HIT,
        /** Another entry asks nearly the same. */
        NEAR_DUPLICATE
    }

    public EntryFilter {
        text = text.strip();
    }
}
