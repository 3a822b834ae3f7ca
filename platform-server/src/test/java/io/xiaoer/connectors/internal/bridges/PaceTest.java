package io.xiaoer.connectors.internal.bridges;

import static org.assertj.core.api.Assertions.assertThat;

import io.xiaoer.connectors.internal.bridges.BridgeFailed.Why;
import io.xiaoer.connectors.internal.bridges.Pace.Use;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** How often a platform is asked, and how long it is left alone. */
class PaceTest {

    private static final long NOW = 5_000_000_000L;

    private double level = 10;
    private int draws;

    @Test
    void drawsAFewAtATimeAndNoMoreThanThereAre() {
        Pace pace = pace();
        assertThat(taken(pace, Use.LOOKUP, NOW)).isEqualTo(10);
        assertThat(draws).as("three, three, three, one and none").isEqualTo(5);
        assertThat(pace.take(Use.LOOKUP, NOW)).isEqualTo(Duration.ofMillis(30));
        assertThat(draws).as("what is empty is not asked at once").isEqualTo(5);
        level = 4;
        assertThat(taken(pace, Use.LOOKUP, NOW + Duration.ofMillis(31).toNanos()))
                .isEqualTo(4);
    }

    @Test
    void aLongReadingLeavesRoomForPushesAndThoseForShoppers() {
        Pace pace = pace();
        assertThat(taken(pace, Use.SYNC, NOW)).isEqualTo(7);
        assertThat(taken(pace, Use.PUSH, NOW)).isEqualTo(2);
        assertThat(taken(pace, Use.LOOKUP, NOW)).isEqualTo(1);
    }

    @Test
    void whatWasDrawnForShoppersNoReadingGets() {
        level = 3;
        Pace pace = pace();
        assertThat(pace.take(Use.LOOKUP, NOW)).isZero();
        assertThat(level).as("two are left on this node").isZero();
        assertThat(pace.take(Use.SYNC, NOW)).isPositive();
        assertThat(taken(pace, Use.LOOKUP, NOW)).isEqualTo(2);
    }

    @Test
    void nobodySavesUp() {
        Pace pace = pace();
        assertThat(pace.take(Use.LOOKUP, NOW)).isZero();
        level = 0;
        assertThat(pace.take(Use.LOOKUP, NOW + Duration.ofMillis(1001).toNanos()))
                .isPositive();
    }

    @Test
    void whatWasNotDoneIsThereForTheNext() {
        level = 1;
        Pace pace = pace();
        assertThat(pace.take(Use.PUSH, NOW)).isPositive();
        assertThat(pace.take(Use.LOOKUP, NOW)).isZero();
        pace.giveBack(Use.LOOKUP, NOW);
        assertThat(pace.take(Use.LOOKUP, NOW)).isZero();
        assertThat(pace.take(Use.LOOKUP, NOW)).isPositive();
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

    private Pace pace() {
        return new Pace(10, (perSecond, most, keptBack, wanted) -> {
            draws++;
            int given = Math.max(0, (int) Math.min(wanted, Math.floor(level - keptBack)));
            level -= given;
            return given;
        });
    }

    private static int taken(Pace pace, Use use, long at) {
        int taken = 0;
        while (pace.take(use, at).isZero()) {
            taken++;
        }
        return taken;
    }
}
