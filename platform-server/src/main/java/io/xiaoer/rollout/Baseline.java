package io.xiaoer.rollout;

/** What is to be expected of a release. */
public record Baseline(Share unknown, Share handover, Share thumbsDown, Share error) {

    /**
     * A share as far as it is known.
     *
     * @param successes conversations it was true of; of one with several questions, the part of them it was true of
     * @param trials the conversations there were
     */
    public record Share(double successes, int trials) {

        public Share {
            if (!(successes >= 0 && successes <= trials)) {
                throw new IllegalArgumentException(successes + " of " + trials);
            }
        }

        /** A share that was set and not measured, taken for as certain as {@code trials} conversations would make it. */
        public static Share expected(double share, int trials) {
            return new Share(share * trials, trials);
        }
    }
}
