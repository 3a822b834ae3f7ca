package io.xiaoer.rollout;

import org.jspecify.annotations.Nullable;

/** How far a bot is let out. Staff talk to it at every stage. */
public enum Stage {
    /** Staff only. */
    INTERNAL,
    /** Staff and a cohort of new shoppers. */
    PILOT,
    /** Everyone. */
    FULL;

    /** Whether anything is tried on a pilot's members: the first release itself, or a candidate beside the live one. */
    public boolean isPiloting(@Nullable Integer candidate) {
        return this == PILOT || (this == FULL && candidate != null);
    }

    /**
     * Whether shoppers outside the pilot talk to the bot.
     *
     * @param restServed whether they go on meeting the live release while the pilot runs
     */
    public boolean servesRest(boolean restServed) {
        return this == FULL || (this == PILOT && restServed);
    }
}
