package io.xiaoer.rollout;

/** Whether a shopper may talk to the bot. */
public sealed interface Admission {

    /** Yes, in the words of {@code release}. */
    record Admitted(int release, boolean staff) implements Admission {}

    /** Not (yet): the shopper gets the shop's fallback. */
    record NotYet() implements Admission {}
}
