package io.xiaoer.connectors.internal.bridges;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/**
 * Permits that this node has drawn and not used yet. All nodes draw from one row, a few at a time, so that the limit is one of all of them;
 * what is not used soon is worthless, so that nobody saves up. What was drawn for whoever cannot wait, a long reading does not get.
 */
final class Pace {

    /** Of what may be done at once, for those who have more need of it than a long reading. */
    private static final double KEPT_BACK = 0.3;

    private static final long GOOD_NANOS = Duration.ofSeconds(1).toNanos();

    /** So many times a second a node draws at most if it needs all there is. */
    private static final int DRAWS_PER_SECOND = 4;

    private final double perSecond;
    private final Source source;
    private final Map<Use, Drawn> drawn = new EnumMap<>(Use.class);
    private final Map<Use, Long> emptyUntil = new EnumMap<>(Use.class);

    Pace(double perSecond, Source source) {
        this.perSecond = perSecond;
        this.source = source;
    }

    /** Where permits come from. */
    @FunctionalInterface
    interface Source {
        /**
         * As many as are there.
         *
         * @param most that may be there at once
         * @param keptBack that must be left
         * @param wanted at most
         */
        int draw(double perSecond, double most, double keptBack, int wanted);
    }

    /** Who wants it. */
    enum Use {
        /** A shopper waits. */
        LOOKUP(0, Duration.ofMillis(300), Duration.ofMillis(30)),
        /** Something has changed. */
        PUSH(KEPT_BACK / 3, Duration.ofSeconds(5), Duration.ofMillis(100)),
        /** A long reading. */
        SYNC(KEPT_BACK, Duration.ofSeconds(20), Duration.ofMillis(250));

        private final double keptBack;
        private final Duration patience;
        private final Duration pause;

        Use(double keptBack, Duration patience, Duration pause) {
            this.keptBack = keptBack;
            this.patience = patience;
            this.pause = pause;
        }

        /** The longest it waits for its turn. */
        Duration patience() {
            return patience;
        }
    }

    private record Drawn(int permits, long until) {}

    /**
     * How long until it is worth asking again; zero if it may be done now, and then it counts as done.
     *
     * @param nanos what the time is, by {@link System#nanoTime}
     */
    synchronized Duration take(Use use, long nanos) {
        if (uses(use, nanos)) {
            return Duration.ZERO;
        }
        long empty = emptyUntil.getOrDefault(use, nanos);
        if (empty - nanos > 0) {
            return Duration.ofNanos(empty - nanos);
        }
        double most = Math.max(2, perSecond);
        int batch = (int) Math.max(2, Math.ceil(perSecond / DRAWS_PER_SECOND));
        int given = source.draw(perSecond, most, use.keptBack * most, batch);
        if (given == 0) {
            Duration pause = pause(use);
            emptyUntil.put(use, nanos + pause.toNanos());
            return pause;
        }
        drawn.put(use, new Drawn(given, nanos + GOOD_NANOS));
        return uses(use, nanos) ? Duration.ZERO : pause(use);
    }

    /** It was not done after all. */
    synchronized void giveBack(Use use, long nanos) {
        Drawn there = drawn.get(use);
        int left = there == null || there.until() - nanos <= 0 ? 0 : there.permits();
        drawn.put(use, new Drawn(left + 1, nanos + GOOD_NANOS));
    }

    /** Its own, or what was drawn for somebody who can wait longer. */
    private boolean uses(Use use, long nanos) {
        for (Use other : Use.values()) {
            Drawn there = drawn.get(other);
            if (other.compareTo(use) >= 0 && there != null && there.permits() > 0 && there.until() - nanos > 0) {
                drawn.put(other, new Drawn(there.permits() - 1, there.until()));
                return true;
            }
        }
        return false;
    }

    private Duration pause(Use use) {
        Duration one = Duration.ofNanos((long) (1_000_000_000 / perSecond));
        return one.compareTo(use.pause) < 0 ? one : use.pause;
    }
}
