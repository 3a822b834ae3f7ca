package io.xiaoer.rollout;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that should be so before a bot is let out further, with what was measured.
 *
 * @param name a stable key such as {@code resolved}
 * @param required a share between 0 and 1, or a count; null where there is no mark
 * @param measured null where there is nothing to measure yet
 * @param interval where the true share lies; null for counts, and where nothing was measured
 * @param met null for "not enough yet", which is never met
 * @param note in plain words, in the shop's language
 */
public record Gate(
        String name,
        @Nullable Double required,
        @Nullable Double measured,
        @Nullable Interval interval,
        @Nullable Boolean met,
        String note) {

    public boolean holds() {
        return Objects.equals(met, true);
    }

    /** What cannot be told yet. */
    public static Gate notEnough(String name, @Nullable Double required, @Nullable Double measured, String note) {
        return new Gate(name, required, measured, null, null, note);
    }

    /** So many at least. */
    public static Gate atLeast(String name, int required, int measured, String note) {
        return new Gate(name, (double) required, (double) measured, null, measured >= required ? true : null, note);
    }

    /** A share that must be {@code required} or more; not enough yet while both are possible. */
    public static Gate shareAtLeast(String name, double required, int successes, int trials, String note) {
        Interval interval = Interval.wilson(successes, trials);
        Boolean met = interval.low() >= required ? Boolean.TRUE : interval.high() < required ? Boolean.FALSE : null;
        return new Gate(name, required, (double) successes / trials, interval, met, note);
    }

    /** A share that must be {@code required} or less; not enough yet while both are possible. */
    public static Gate shareAtMost(String name, double required, int cases, int trials, String note) {
        Interval interval = Interval.wilson(cases, trials);
        Boolean met = interval.high() <= required ? Boolean.TRUE : interval.low() > required ? Boolean.FALSE : null;
        return new Gate(name, required, (double) cases / trials, interval, met, note);
    }
}
