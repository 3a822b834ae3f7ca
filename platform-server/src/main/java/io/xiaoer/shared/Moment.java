package io.xiaoer.shared;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The time it is for the current thread's work: the system's, unless the work is done as of another moment. A demo shop's past is
 * made that way, through the same services as everybody's present, and so are tests of what depends on the time.
 */
public final class Moment {

    private static final ScopedValue<Instant> MOMENT = ScopedValue.newInstance();

    private Moment() {}

    /** Runs {@code work} as of {@code moment}; the time stands still meanwhile. */
    public static void run(Instant moment, Runnable work) {
        ScopedValue.where(MOMENT, moment).run(work);
    }

    /**
     * Runs {@code work} as of {@code moment} and returns its result.
     *
     * @throws X what {@code work} throws
     */
    public static <R, X extends Throwable> R call(Instant moment, ScopedValue.CallableOp<? extends R, X> work)
            throws X {
        return ScopedValue.where(MOMENT, moment).call(work);
    }

    /** The application's clock. */
    public static Clock clock() {
        return new MomentClock(ZoneOffset.UTC);
    }

    private static final class MomentClock extends Clock {

        private final ZoneId zone;

        MomentClock(ZoneId zone) {
            this.zone = zone;
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new MomentClock(other);
        }

        @Override
        public Instant instant() {
            return MOMENT.isBound() ? MOMENT.get() : Clock.systemUTC().instant();
        }
    }
}
