package io.xiaoer.rollout;

import io.xiaoer.rollout.Baseline.Share;
import java.util.Arrays;

/**
 * How many times likelier a row of conversations is if from some point in it on a share has been worse, than if it has stayed what it was.
 *
 * <p>For each point at which it may have begun, a wealth is multiplied by {@code x·q/p + (1-x)·(1-q)/(1-p)} with each conversation: {@code x}
 * is the part of it that the measure is true of, {@code p} the share that is expected if nothing has changed, {@code q} if it has. That is
 * linear in {@code x}, hence fair for any way in which a conversation's questions hang together: its mean is 1 while the mean of {@code x} is
 * {@code p} (Waudby-Smith and Ramdas, <i>Estimating means of bounded random variables by betting</i>, JRSS B 2024). The largest of the
 * wealths is the evidence.
 *
 * <p>How surely the baseline is known counts: {@code p} is the mean of a Beta distribution that begins with the baseline's counts (Jeffreys)
 * and takes in what is seen (a self-starting CUSUM, Hawkins 1987), so that a thin baseline proves little. {@code q} begins at {@link #worse}
 * and takes in what is seen since its point, so that small and large changes are both found.
 */
final class Evidence {

    /** What doubles a share of 20 %. */
    private static final double ODDS = 8.0 / 3;

    /** No halt for less, however rare it was before. */
    private static final double LEAST_RISE = 0.10;

    /** Conversations that {@link #worse} is worth beside what is seen. */
    private static final double STRENGTH = 40;

    private final double priorSuccesses;
    private final double priorTrials;

    /** By the conversation it may have begun with: the wealth, what was seen before, and the successes that its {@code q} began with. */
    private double[] wealth = new double[64];

    private double[] before = new double[64];
    private double[] assumed = new double[64];
    private int conversations;
    private double sum;

    Evidence(Share baseline) {
        priorSuccesses = baseline.successes() + 0.5;
        priorTrials = baseline.trials() + 1;
    }

    /** @param part of the next conversation that the measure is true of, 0 to 1 */
    void add(double part) {
        if (conversations == wealth.length) {
            wealth = Arrays.copyOf(wealth, 2 * conversations);
            before = Arrays.copyOf(before, 2 * conversations);
            assumed = Arrays.copyOf(assumed, 2 * conversations);
        }
        double p = mean(sum, conversations);
        wealth[conversations] = 1;
        before[conversations] = sum;
        assumed[conversations] = STRENGTH * worse(p);
        double ifTrue = part / p;
        double ifNot = (1 - part) / (1 - p);
        for (int start = 0; start <= conversations; start++) {
            double seen = assumed[start] + sum - before[start];
            double q = Math.max(p, seen / (STRENGTH + conversations - start));
            wealth[start] *= ifTrue * q + ifNot * (1 - q);
        }
        sum += part;
        conversations++;
    }

    /** The share that is expected after so many conversations. */
    private double mean(double successes, int trials) {
        return (priorSuccesses + successes) / (priorTrials + trials);
    }

    /** A share that is worse enough to be halted for. */
    static double worse(double share) {
        double odds = ODDS * share / (1 - share);
        return Math.max(odds / (1 + odds), Math.min(share + LEAST_RISE, (1 + share) / 2));
    }

    double most() {
        return conversations == 0 ? 0 : wealth[start()];
    }

    /** What was to be expected when it began. */
    double expected() {
        return mean(before[start()], start());
    }

    /** The share since it began. */
    double since() {
        return (sum - before[start()]) / observed();
    }

    /** Conversations since it began. */
    int observed() {
        return conversations - start();
    }

    /** The point from which on it is likeliest to have been worse. */
    private int start() {
        int best = 0;
        for (int start = 1; start < conversations; start++) {
            if (wealth[start] > wealth[best]) {
                best = start;
            }
        }
        return best;
    }
}
