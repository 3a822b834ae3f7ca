package io.xiaoer.rehearsal.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.xiaoer.rehearsal.internal.Figures.Unit;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FiguresTest {

    @ParameterizedTest
    @CsvSource({
        "七, 7",
        "十, 10",
        "十五, 15",
        "二十, 20",
        "三十一, 31",
        "两百, 200",
        "两百五, 250",
        "两百零五, 205",
        "一百二十, 120",
        "一千二, 1200",
        "一万, 10000",
        "三万五千, 35000",
        "一二三, 123",
        "半, 0.5",
        "48, 48",
        "19.90, 19.9"
    })
    void readsChineseNumeralsAndDigits(String text, BigDecimal number) {
        assertThat(Figures.number(text)).isEqualByComparingTo(number);
    }

    @ParameterizedTest
    @CsvSource({
        "签收后7天内可换, 7天, 7, DAY",
        "七天无理由, 七天, 7, DAY",
        "十五日内, 十五日, 15, DAY",
        "15个自然日, 15个自然日, 15, DAY",
        "一周内, 一周, 7, DAY",
        "两个星期, 两个星期, 14, DAY",
        "半个月内, 半个月, 15, DAY",
        "48小时发货, 48小时, 48, HOUR",
        "二十四个小时, 二十四个小时, 24, HOUR",
        "1-3天, 1-3天, 3, DAY",
        "三到五天, 三到五天, 5, DAY",
        "满99元包邮, 99元, 99, YUAN",
        "满99包邮, 满99, 99, YUAN",
        "运费¥8.50, ¥8.50, 8.5, YUAN",
        "最多两张, 两张, 2, PIECE",
        "within 7 days, 7 days, 7, DAY",
        "within 48 hours, 48 hours, 48, HOUR"
    })
    void findsWhatIsCounted(String text, String written, BigDecimal amount, Unit unit) {
        assertThat(Figures.in(text)).singleElement().satisfies(figure -> {
            assertThat(figure.text()).isEqualTo(written);
            assertThat(figure.amount()).isEqualByComparingTo(amount);
            assertThat(figure.unit()).isEqualTo(unit);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"11月11日开抢", "十一月十一日", "第七天", "3个工作日", "今天发货", "订单号 20261111", "满200减20"})
    void leavesDatesOrdinalsAndTheRestAlone(String text) {
        assertThat(Figures.in(text)).isEmpty();
    }

    @Test
    void findsDeals() {
        assertThat(Figures.deals("满200减20，满三百元立减四十元，满99包邮")).hasSize(2).satisfies(deals -> {
            assertThat(deals.get(0).over()).isEqualByComparingTo("200");
            assertThat(deals.get(0).off()).isEqualByComparingTo("20");
            assertThat(deals.get(1).over()).isEqualByComparingTo("300");
            assertThat(deals.get(1).off()).isEqualByComparingTo("40");
        });
    }
}
