package io.xiaoer.rollout;

/** A step forward. */
public enum Step {
    /** From staff to a cohort of new shoppers. */
    TO_PILOT,
    /** To everyone. */
    TO_FULL,
    /** The candidate becomes the live release. */
    PROMOTE
}
