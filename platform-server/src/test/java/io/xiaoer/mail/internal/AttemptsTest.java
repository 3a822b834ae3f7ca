package io.xiaoer.mail.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AttemptsTest {

    private static final OffsetDateTime START = OffsetDateTime.parse("2026-03-01T09:00:00+08:00");

    @Test
    void makesEightAttemptsWithinElevenHours() {
        OffsetDateTime at = START;
        int made = 1;
        for (Optional<OffsetDateTime> next = Attempts.next(made, at, START.plusDays(7));
                next.isPresent();
                next = Attempts.next(made, at, START.plusDays(7))) {
            assertThat(next.get()).isAfter(at);
            at = next.get();
            made++;
        }
        assertThat(made).isEqualTo(8);
        assertThat(Duration.between(START, at)).isEqualTo(Duration.ofMinutes(661));
    }

    @Test
    void makesNoneOnceTheLetterIsOfNoUse() {
        assertThat(Attempts.next(1, START, START.plusSeconds(61))).contains(START.plusSeconds(60));
        assertThat(Attempts.next(1, START, START.plusSeconds(60))).isEmpty();
        assertThat(Attempts.next(4, START, START.plusMinutes(39))).isEmpty();
    }
}
