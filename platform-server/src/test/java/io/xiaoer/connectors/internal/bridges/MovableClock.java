package io.xiaoer.connectors.internal.bridges;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Goes as the real one does, two days late, and forward when it is told to: what it says is hardly ever in the future of the application's own
 * clock, which takes no record from there.
 */
final class MovableClock extends Clock {

    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ofDays(-2));

    void move(Duration by) {
        ahead.updateAndGet(now -> now.plus(by));
    }

    /** To so much after the real time. */
    void moveBeyondNow(Duration by) {
        ahead.updateAndGet(now -> now.compareTo(by) < 0 ? by : now);
    }

    @Override
    public Instant instant() {
        return Clock.systemUTC().instant().plus(ahead.get());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
