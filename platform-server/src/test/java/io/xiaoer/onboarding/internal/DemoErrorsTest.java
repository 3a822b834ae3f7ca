package io.xiaoer.onboarding.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.xiaoer.onboarding.internal.DemoErrors.Failed;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemoErrorsTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Instant BEGIN = Instant.parse("2026-03-01T06:00:00Z");
    private static final Instant END = Instant.parse("2026-03-31T04:00:00Z");
    private static final LocalDate BAD = LocalDate.of(2026, 3, 22);

    @Test
    void makesTheSamePastFromTheSameSeed() {
        assertThat(past()).isEqualTo(past()).isNotEqualTo(DemoErrors.of(2, ZONE, BEGIN, END, BAD));
    }

    @Test
    void staysWithinTheShopsPast() {
        assertThat(past()).allSatisfy(failed -> {
            assertThat(failed.at()).isBetween(BEGIN, END.minusMillis(1));
            assertThat(failed.status()).isBetween(400, 599);
        });
    }

    @Test
    void spreadsOverTheMonthAndStandsOutOnTheBadDay() {
        List<LocalDate> days = past().stream()
                .map(failed -> failed.at().atZone(ZONE).toLocalDate())
                .toList();
        assertThat(days.stream().distinct().count()).isGreaterThan(15);
        assertThat(days.stream().filter(BAD::equals).count()).isEqualTo(46);
        assertThat(days.stream().filter(day -> !day.equals(BAD)).count()).isLessThan(120);
    }

    private static List<Failed> past() {
        return DemoErrors.of(1, ZONE, BEGIN, END, BAD);
    }
}
