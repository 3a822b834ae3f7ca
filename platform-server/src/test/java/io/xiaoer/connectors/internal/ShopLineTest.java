package io.xiaoer.connectors.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ShopLineTest {

    private final HandClock clock = new HandClock();
    private final ShopLine line = new ShopLine(clock);

    @Test
    void restsAfterFiveFailuresInARow() {
        fail(4);
        assertThat(line.isResting()).isFalse();

        assertThat(line.permits()).isTrue();
        assertThat(line.failed()).as("says so once").isTrue();

        assertThat(line.isResting()).isTrue();
        assertThat(line.permits()).isFalse();
    }

    @Test
    void aSuccessBetweenMakesItNoRow() {
        fail(4);
        succeed(1);
        fail(4);
        assertThat(line.isResting()).isFalse();
    }

    @Test
    void restsWhenMoreThanHalfOfTheLastTwentyFailed() {
        for (int i = 0; i < 10; i++) {
            succeed(1);
            fail(1);
        }
        assertThat(line.isResting()).as("10 of 20 are half").isFalse();

        // a success drops out, a failure comes in
        fail(1);
        assertThat(line.isResting()).as("11 of 20 are more").isTrue();
    }

    @Test
    void triesOnceAfterHalfAMinute() {
        fail(5);
        clock.pass(ShopLine.REST.minusMillis(1));
        assertThat(line.isResting()).isTrue();
        assertThat(line.permits()).isFalse();

        clock.pass(Duration.ofMillis(2));
        assertThat(line.isResting()).isFalse();
        assertThat(line.permits()).as("one trial").isTrue();
        assertThat(line.permits()).as("and no second").isFalse();
        assertThat(line.failed()).isTrue();
        assertThat(line.isResting()).isTrue();

        clock.pass(ShopLine.REST.plusMillis(1));
        assertThat(line.permits()).isTrue();
        line.succeeded();
        assertThat(line.permits()).isTrue();
        assertThat(line.permits()).isTrue();
    }

    @Test
    void hasEightPlaces() {
        for (int i = 0; i < ShopLine.AT_ONCE; i++) {
            assertThat(line.enter()).isTrue();
        }
        assertThat(line.enter()).isFalse();
        line.leave();
        assertThat(line.enter()).isTrue();
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            assertThat(line.permits()).isTrue();
            line.failed();
        }
    }

    private void succeed(int times) {
        for (int i = 0; i < times; i++) {
            assertThat(line.permits()).isTrue();
            line.succeeded();
        }
    }

    private static final class HandClock extends Clock {

        private Instant now = Instant.parse("2026-11-11T00:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
