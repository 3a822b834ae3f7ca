package io.xiaoer.rollout;

/** How far a bot is let out. Staff talk to it at every stage. */
public enum Stage {
    /** Staff only. */
    INTERNAL,
    /** Staff and a cohort of new shoppers. */
    PILOT,
    /** Everyone. */
    FULL
}
