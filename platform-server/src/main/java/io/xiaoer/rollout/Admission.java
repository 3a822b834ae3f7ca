package io.xiaoer.rollout;

import org.jspecify.annotations.Nullable;

/** Whether a shopper may talk to the bot. */
public sealed interface Admission {

    /**
     * Yes, in the words of {@code release}.
     *
     * @param pilot the newest pilot, if the shopper is in it; null if not
     */
    record Admitted(int release, boolean staff, @Nullable Integer pilot) implements Admission {}

    /** Not (yet): the shopper gets the shop's fallback. */
    record NotYet() implements Admission {}
}
