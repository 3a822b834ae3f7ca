package io.xiaoer.insights;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * How a bot did in a period.
 *
 * @param before the same of as many days just before
 * @param instant questions whose text named its entry at once
 * @param daily each day in order, quiet ones too
 * @param trial null if nobody asked anything as a member of the newest pilot
 */
public record Report(
        Period period,
        Shares shares,
        Shares before,
        int instant,
        int instantBefore,
        List<DayShares> daily,
        @Nullable Trial trial) {

    public Report {
        daily = List.copyOf(daily);
    }

    /** Of the questions; empty if there were none. */
    public OptionalDouble instantShare() {
        return share(instant, shares.questions());
    }

    public OptionalDouble instantShareBefore() {
        return share(instantBefore, before.questions());
    }

    private static OptionalDouble share(int part, int whole) {
        return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
    }

    /** Everybody's questions of one day. */
    public record DayShares(LocalDate date, Shares shares) {}

    /** A pilot's members beside everybody else. */
    public record Trial(int pilot, Shares members, Shares rest) {}
}
