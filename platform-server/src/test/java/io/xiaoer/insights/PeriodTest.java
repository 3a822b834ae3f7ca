package io.xiaoer.insights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.xiaoer.shared.Problem;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class PeriodTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

    @Test
    void isTheLastWeekWhereNothingIsSaid() {
        assertThat(Period.of(null, null, TODAY)).isEqualTo(new Period(LocalDate.of(2026, 11, 20), TODAY));
        assertThat(Period.of(null, LocalDate.of(2026, 11, 10), TODAY))
                .isEqualTo(new Period(LocalDate.of(2026, 11, 4), LocalDate.of(2026, 11, 10)));
        assertThat(Period.of(LocalDate.of(2026, 11, 1), null, TODAY).days()).isEqualTo(26);
    }

    @Test
    void isComparedWithAsManyDaysJustBefore() {
        Period week = Period.last(7, TODAY);
        assertThat(week.before()).isEqualTo(new Period(LocalDate.of(2026, 11, 13), LocalDate.of(2026, 11, 19)));
        assertThat(Period.of(TODAY).before()).isEqualTo(Period.of(TODAY.minusDays(1)));
    }

    @Test
    void hasTheWholeOfItsLastDay() {
        ZoneId shanghai = ZoneId.of("Asia/Shanghai");
        Period day = Period.of(TODAY);
        assertThat(day.begin(shanghai)).isEqualTo(OffsetDateTime.parse("2026-11-26T00:00+08:00"));
        assertThat(day.end(shanghai)).isEqualTo(OffsetDateTime.parse("2026-11-27T00:00+08:00"));
        // the night on which clocks are put forward
        assertThat(Period.of(LocalDate.of(2026, 3, 29)).end(ZoneId.of("Europe/Berlin")))
                .isEqualTo(OffsetDateTime.parse("2026-03-30T00:00+02:00"));
    }

    @Test
    void endsAfterItBeginsAndIsNoLongerThanThreeMonths() {
        assertThat(new Period(TODAY.minusDays(91), TODAY).days()).isEqualTo(92);
        assertThatExceptionOfType(Problem.class).isThrownBy(() -> new Period(TODAY.minusDays(92), TODAY));
        assertThatExceptionOfType(Problem.class).isThrownBy(() -> new Period(TODAY, TODAY.minusDays(1)));
    }
}
