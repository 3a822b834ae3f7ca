package io.xiaoer.rollout;

import java.time.OffsetDateTime;

/**
 * Why a release should not go on.
 *
 * @param release the one that was watched
 * @param since what was watched began then
 * @param measure what got worse
 * @param baseline its share before
 * @param measured its share in what was watched
 * @param observed how many cases that was
 */
public record Alarm(
        int release, OffsetDateTime since, Measure measure, double baseline, double measured, int observed) {

    /** What is watched. */
    public enum Measure {
        UNKNOWN,
        HANDOVER,
        THUMBS_DOWN,
        ERROR
    }
}
