package io.xiaoer.connectors.internal.bridges;

import java.time.Duration;
import java.time.Instant;

/**
 * How often something may be done: so many times a second, and as often at once after a rest. A part is kept back from whoever can wait, so
 * that a long reading leaves room for shoppers.
 */
final class Pace {

    /** Of what may be done at once, for those who cannot wait. */
    private static final double KEPT_BACK = 0.3;

    private final double perSecond;
    private double there;
    private Instant last;

    Pace(double perSecond, Instant now) {
        this.perSecond = perSecond;
        this.there = most();
        this.last = now;
    }

    /** Who wants it. */
    enum Use {
        /** A shopper waits. */
        LOOKUP(0, Duration.ofMillis(300)),
        /** Something has changed. */
        PUSH(0, Duration.ofSeconds(5)),
        /** A long reading. */
        SYNC(KEPT_BACK, Duration.ofSeconds(20));

        private final double keptBack;
        private final Duration patience;

        Use(double keptBack, Duration patience) {
            this.keptBack = keptBack;
            this.patience = patience;
        }

        /** The longest it waits for its turn. */
        Duration patience() {
            return patience;
        }
    }

    /** How long until it may be done; zero if now, and then it counts as done. */
    synchronized Duration take(Use use, Instant now) {
        fill(now);
        double needed = 1 + use.keptBack * most();
        if (there >= needed) {
            there--;
            return Duration.ZERO;
        }
        return Duration.ofMillis((long) Math.ceil((needed - there) * 1000 / perSecond));
    }

    /** It was not done after all. */
    synchronized void giveBack() {
        there = Math.min(most(), there + 1);
    }

    private void fill(Instant now) {
        long nanos = Math.max(0, Duration.between(last, now).toNanos());
        there = Math.min(most(), there + nanos * perSecond / 1_000_000_000);
        last = now.isAfter(last) ? now : last;
    }

    private double most() {
        return Math.max(2, perSecond);
    }
}
