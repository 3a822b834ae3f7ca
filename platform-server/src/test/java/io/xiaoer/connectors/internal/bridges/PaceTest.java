package io.xiaoer.connectors.internal.bridges;

import static org.assertj.core.api.Assertions.assertThat;

import io.xiaoer.connectors.internal.bridges.BridgeFailed.Why;
import io.xiaoer.connectors.internal.bridges.Pace.Use;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** How often a platform is asked, and how long it is left alone. */
class PaceTest {

    private static final Instant NOW = Instant.parse("2026-11-26T04:00:00Z");

    @Test
    void allowsSoManyASecondAndNoMore() {
        Pace pace = new Pace(10, NOW);
        assertThat(taken(pace, Use.PUSH, NOW)).isEqualTo(10);
        assertThat(pace.take(Use.PUSH, NOW)).isEqualTo(Duration.ofMillis(100));
        assertThat(taken(pace, Use.PUSH, NOW.plusMillis(500))).isEqualTo(5);
        assertThat(taken(pace, Use.PUSH, NOW.plusSeconds(60))).isEqualTo(10);
    }

    @Test
    void aLongReadingLeavesRoomForShoppers() {
        Pace pace = new Pace(10, NOW);
        assertThat(taken(pace, Use.SYNC, NOW)).isEqualTo(7);
        assertThat(taken(pace, Use.LOOKUP, NOW)).isEqualTo(3);
        assertThat(pace.take(Use.SYNC, NOW)).isGreaterThan(pace.take(Use.LOOKUP, NOW));
    }

    @Test
    void waitsLongerEachTimeButNeverForLong() {
        BridgeFailed busy = new BridgeFailed(Why.BUSY, "4101");
        assertThat(Patience.after(1, busy, new Random(1))).isBetween(Duration.ofSeconds(3), Duration.ofMillis(3600));
        assertThat(Patience.after(2, busy, new Random(1))).isBetween(Duration.ofSeconds(6), Duration.ofMillis(7200));
        assertThat(Patience.after(3, busy, new Random(1))).isBetween(Duration.ofSeconds(12), Duration.ofMillis(14_400));
        assertThat(Patience.after(4, busy, new Random(1))).isBetween(Duration.ofSeconds(24), Duration.ofMillis(28_800));
        assertThat(Patience.after(5, busy, new Random(1))).isBetween(Duration.ofSeconds(48), Duration.ofMillis(57_600));
        assertThat(Patience.after(500, busy, new Random(1))).isBetween(Duration.ofMinutes(5), Duration.ofMinutes(6));
        assertThat(Patience.after(1, new BridgeFailed(Why.BUSY, null, Duration.ofHours(3)), new Random(1)))
                .isLessThanOrEqualTo(Duration.ofMinutes(6));
    }

    private static int taken(Pace pace, Use use, Instant at) {
        int taken = 0;
        while (pace.take(use, at).isZero()) {
            taken++;
        }
        return taken;
    }
}
