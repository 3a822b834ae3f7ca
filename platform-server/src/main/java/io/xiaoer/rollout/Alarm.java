package io.xiaoer.rollout;

import java.time.OffsetDateTime;

/**
 * Why a release should not go on.
 *
 * @param release the one that was watched
 * @param since what was watched began then
 * @param measure what got worse
 * @param baseline the share that was to be expected
 * @param measured its share since it got worse
 * @param observed conversations since it got worse
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
