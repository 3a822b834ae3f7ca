package io.xiaoer.connectors.internal.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private static final RandomGenerator NEVER_LONGER = () -> 0;
    private static final RandomGenerator LONGEST = () -> -1;

    @Test
    void triesSixTimesMoreAndLongerApartEachTime() {
        assertThat(Backoff.after(1, NEVER_LONGER)).contains(Duration.ofSeconds(5));
        assertThat(Backoff.after(2, NEVER_LONGER)).contains(Duration.ofMinutes(1));
        assertThat(Backoff.after(3, NEVER_LONGER)).contains(Duration.ofMinutes(10));
        assertThat(Backoff.after(4, NEVER_LONGER)).contains(Duration.ofHours(1));
        assertThat(Backoff.after(5, NEVER_LONGER)).contains(Duration.ofHours(6));
        assertThat(Backoff.after(6, NEVER_LONGER)).contains(Duration.ofHours(24));
        assertThat(Backoff.after(7, NEVER_LONGER)).isEmpty();
        assertThat(Backoff.MOST).isEqualTo(7);
    }

    @Test
    void waitsUpToAFifthLongerSoThatNotAllComeAtOnce() {
        assertThat(Backoff.after(2, LONGEST).orElseThrow()).isBetween(Duration.ofSeconds(71), Duration.ofSeconds(72));
    }
}
