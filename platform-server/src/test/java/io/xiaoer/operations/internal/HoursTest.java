package io.xiaoer.operations.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.xiaoer.shared.HealthProbe.Span;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class HoursTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @Test
    void beginsTodayAtMidnightWhereTheShopIs() {
        Instant now = Instant.parse("2026-03-17T16:00:00Z");
        assertThat(Hours.today(now, SHANGHAI)).isEqualTo(new Span(now, now));
        assertThat(Hours.today(now.minusMillis(1), SHANGHAI).begin()).isEqualTo(Instant.parse("2026-03-16T16:00:00Z"));
    }

    @Test
    void coversEveryHourWithoutAGap() {
        List<Span> hours =
                Hours.since(Instant.parse("2026-03-18T01:59:59Z"), Instant.parse("2026-03-18T04:00:00Z"), SHANGHAI);
        assertThat(hours).hasSize(4);
        assertThat(hours.getFirst().begin()).isEqualTo(Instant.parse("2026-03-18T01:00:00Z"));
        assertThat(hours.getLast().end()).isEqualTo(Instant.parse("2026-03-18T05:00:00Z"));
        for (int i = 1; i < hours.size(); i++) {
            assertThat(hours.get(i).begin()).isEqualTo(hours.get(i - 1).end());
        }
    }

    @Test
    void beginsHoursOnTheHourWhereTheShopIs() {
        ZoneId kolkata = ZoneId.of("Asia/Kolkata");
        Instant now = Instant.parse("2026-03-18T04:10:00Z");
        assertThat(Hours.since(now, now, kolkata))
                .containsExactly(
                        new Span(Instant.parse("2026-03-18T03:30:00Z"), Instant.parse("2026-03-18T04:30:00Z")));
    }

    @Test
    void hasTheHourThatComesTwiceTwice() {
        ZoneId newYork = ZoneId.of("America/New_York");
        // clocks go back from 2 to 1 on the morning of 1 November 2026
        List<Span> hours =
                Hours.since(Instant.parse("2026-11-01T04:00:00Z"), Instant.parse("2026-11-01T07:30:00Z"), newYork);
        assertThat(hours).hasSize(4).doesNotHaveDuplicates();
    }
}
