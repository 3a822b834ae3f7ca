package io.xiaoer.portal.pilot;

import java.util.Locale;

/** Shares as people read them. */
final class Percent {

    private static final double WHOLE = 100;
    private static final double FINE = 10;

    private Percent() {}

    /** In whole points, and in tenths where a point would say too little. */
    static String of(double share) {
        double points = share * WHOLE;
        long tenths = Math.round(points * FINE);
        return points < FINE && tenths % (long) FINE != 0
                ? String.format(Locale.ROOT, "%.1f%%", tenths / FINE)
                : Math.round(points) + "%";
    }

    /** For a style sheet. */
    static String css(double share) {
        return String.format(Locale.ROOT, "%.2f%%", Math.clamp(share, 0, 1) * WHOLE);
    }
}
