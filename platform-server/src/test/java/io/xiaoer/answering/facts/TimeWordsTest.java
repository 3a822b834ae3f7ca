package io.xiaoer.answering.facts;

import static org.assertj.core.api.Assertions.assertThat;

import io.xiaoer.answering.facts.TimeWords.Deed;
import io.xiaoer.answering.facts.TimeWords.When;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeWordsTest {

    /** A Wednesday. */
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    @ParameterizedTest
    @CsvSource({
        "我今天买的面膜,2026-11-25,2026-11-25",
        "昨天买的那个,2026-11-24,2026-11-24",
        "前天在你们家拍的,2026-11-23,2026-11-23",
        "大前天下的单,2026-11-22,2026-11-22",
        "3天前买的,2026-11-22,2026-11-22",
        "两天前下单的,2026-11-23,2026-11-23",
        "上周买的口红,2026-11-16,2026-11-22",
        "上个星期拍的,2026-11-16,2026-11-22",
        "这周买的,2026-11-23,2026-11-25",
        "上个月买的,2026-10-01,2026-10-31",
        "11月3号下的单,2026-11-03,2026-11-03",
        "12月30日买的,2025-12-30,2025-12-30",
        "3号拍的,2026-11-03,2026-11-03",
        "双十一买的,2026-11-10,2026-11-12",
        "618买的,2026-06-17,2026-06-19",
        "I bought it yesterday,2026-11-24,2026-11-24",
        "ordered 3 days ago,2026-11-22,2026-11-22"
    })
    void readsWhenItWasBought(String message, LocalDate from, LocalDate to) {
        assertThat(TimeWords.in(message, TODAY)).contains(new When(from, to, Deed.BOUGHT));
    }

    @Test
    void readsWhenItArrived() {
        assertThat(TimeWords.in("昨天收到的面膜", TODAY))
                .contains(new When(TODAY.minusDays(1), TODAY.minusDays(1), Deed.RECEIVED));
        assertThat(TimeWords.in("it arrived yesterday", TODAY)).map(When::deed).contains(Deed.RECEIVED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"今天能发货吗", "明天能到吗", "99号买的", "2月30号买的", "昨天", "满300减30", "可以换吗"})
    void readsNothingWhereNothingIsSaidOfIt(String message) {
        assertThat(TimeWords.in(message, TODAY)).isEmpty();
    }

    @Test
    void countsWeeksFromMondayAlsoOnASunday() {
        assertThat(TimeWords.in("上周买的", LocalDate.of(2026, 11, 29)))
                .contains(new When(LocalDate.of(2026, 11, 16), LocalDate.of(2026, 11, 22), Deed.BOUGHT));
    }
}
