package io.xiaoer.portal.pilot;

import static org.assertj.core.api.Assertions.assertThat;

import io.xiaoer.insights.Shares;
import io.xiaoer.rollout.Interval;
import io.xiaoer.rollout.Targets;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class MeasureTest {

    private static final Shares SHARES =
            new Shares(150, 105, 300, 220, 20, 54, 6, 30, 0, 12, 3, 9, Map.of(), null, null);

    @Test
    void isAShareOfWhatItCounts() {
        assertThat(Measure.RESOLVED.of(SHARES)).hasValue(0.7);
        assertThat(Measure.UNKNOWN.of(SHARES)).hasValue(0.18);
        assertThat(Measure.HANDOVER.of(SHARES)).hasValue(0.2);
        assertThat(Measure.THUMBS_DOWN.of(SHARES)).hasValue(0.2);
        assertThat(Measure.RESOLVED.target(Targets.DEFAULT)).isEqualTo(Targets.DEFAULT.resolved());
    }

    @Test
    void isSeenToSevenPointsWithAHundredAndFiftyConversations() {
        Interval interval = Objects.requireNonNull(Measure.RESOLVED.interval(SHARES));
        assertThat(Math.round((interval.high() - interval.low()) * 50)).isEqualTo(7);
    }

    @Test
    void isNoShareOfNothing() {
        for (Measure measure : Measure.values()) {
            assertThat(measure.of(Shares.NOTHING)).as(measure.key()).isEmpty();
            assertThat(measure.points(Shares.NOTHING)).isNull();
            assertThat(measure.interval(Shares.NOTHING)).isNull();
        }
    }
}
