package io.xiaoer.rollout;

/** Between which shares the true one lies, as far as so few cases can tell. */
public record Interval(double low, double high) {

    /** Standard normal quantile of a two-sided 95 %. */
    private static final double Z = 1.959964;

    /**
     * The 95 % score interval of a share (E. B. Wilson, "Probable inference, the law of succession, and statistical
     * inference", Journal of the American Statistical Association 22, 1927). It holds for few cases and for shares near 0 and 1, too.
     *
     * @throws IllegalArgumentException if there are no trials, or more successes than trials
     */
    public static Interval wilson(int successes, int trials) {
        if (trials < 1 || successes < 0 || successes > trials) {
            throw new IllegalArgumentException(successes + " of " + trials);
        }
        double n = trials;
        double p = successes / n;
        double centre = (p + Z * Z / (2 * n)) / (1 + Z * Z / n);
        double half = Z / (1 + Z * Z / n) * Math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n));
        return new Interval(Math.max(0, centre - half), Math.min(1, centre + half));
    }
}
