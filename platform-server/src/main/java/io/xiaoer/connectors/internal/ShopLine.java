package io.xiaoer.connectors.internal;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The way to one shop's endpoint: how many may be on it at once, and whether it is tried at all. It closes after 5 failures in a row, or
 * when more than half of the last 20 calls failed; 30 seconds later one call tries it.
 */
final class ShopLine {

    static final int AT_ONCE = 8;
    static final int FAILURES_IN_A_ROW = 5;
    static final Duration REST = Duration.ofSeconds(30);
    private static final int WINDOW = 20;

    /** 10 of 20 are not more than half, 11 are. */
    private static final float MORE_THAN_HALF = 52;

    private final Semaphore places = new Semaphore(AT_ONCE);
    private final AtomicInteger failuresInARow = new AtomicInteger();
    private final CircuitBreaker breaker;
    private final Clock clock;
    private volatile Instant restsUntil = Instant.MIN;

    ShopLine(Clock clock) {
        this.clock = clock;
        this.breaker = CircuitBreaker.of(
                "lookup",
                CircuitBreakerConfig.custom()
                        .clock(clock)
                        .currentTimestampFunction(Clock::millis, TimeUnit.MILLISECONDS)
                        .slidingWindowType(CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
                        .slidingWindowSize(WINDOW)
                        .minimumNumberOfCalls(WINDOW)
                        .failureRateThreshold(MORE_THAN_HALF)
                        .waitDurationInOpenState(REST)
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .build());
        breaker.getEventPublisher().onStateTransition(event -> {
            if (event.getStateTransition().getToState() == State.OPEN) {
                restsUntil = clock.instant().plus(REST);
            }
        });
    }

    /** Whether it is not tried for now. */
    boolean isResting() {
        return breaker.getState() == State.OPEN && clock.instant().isBefore(restsUntil);
    }

    /** Takes one of the places, if there is one; it is given back with {@link #leave}. */
    boolean enter() {
        return places.tryAcquire();
    }

    void leave() {
        places.release();
    }

    /** Whether a call may be made now; what became of it is to be told to {@link #succeeded} or {@link #failed}. */
    boolean permits() {
        return breaker.tryAcquirePermission();
    }

    void succeeded() {
        failuresInARow.set(0);
        breaker.onSuccess(0, TimeUnit.NANOSECONDS);
    }

    /** Returns true if the line rests from now on. */
    boolean failed() {
        boolean rested = isResting();
        breaker.onError(0, TimeUnit.NANOSECONDS, FAILURE);
        if (failuresInARow.incrementAndGet() >= FAILURES_IN_A_ROW && breaker.getState() == State.CLOSED) {
            breaker.transitionToOpenState();
        }
        if (breaker.getState() == State.OPEN) {
            failuresInARow.set(0);
        }
        return !rested && isResting();
    }

    private static final Exception FAILURE = new Exception("the look-up failed") {
        private static final long serialVersionUID = 1L;

        @Override
        public synchronized Throwable fillInStackTrace() {
            return this;
        }
    };
}
