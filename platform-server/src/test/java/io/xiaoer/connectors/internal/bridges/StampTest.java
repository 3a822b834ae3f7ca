package io.xiaoer.connectors.internal.bridges;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Which of two readings of a record is the newer one. */
class StampTest {

    private static final Instant CHANGED = Instant.parse("2026-11-26T04:00:00Z");

    @Test
    void twoChangesInASecondAreToldApartByWhenTheyWereRead() {
        assertThat(Stamp.listed(CHANGED, CHANGED.plusMillis(300)))
                .isBefore(Stamp.detailed(CHANGED, CHANGED.plusMillis(900)));
    }

    @Test
    void aLaterChangeIsNewerHoweverEarlyItWasRead() {
        assertThat(Stamp.detailed(CHANGED, CHANGED.plusSeconds(86_400)))
                .isBefore(Stamp.listed(CHANGED.plusSeconds(1), CHANGED.plusSeconds(1)));
    }

    @Test
    void aListDoesNotReplaceWhatWasReadByItselfIfNothingHasChanged() {
        assertThat(Stamp.listed(CHANGED, CHANGED.plusSeconds(86_400)))
                .isBefore(Stamp.detailed(CHANGED, CHANGED.plusSeconds(20)));
    }

    @Test
    void aClockThatIsBehindHarmsNothing() {
        assertThat(Stamp.listed(CHANGED, CHANGED.minusSeconds(5)).toInstant()).isEqualTo(CHANGED);
    }
}
