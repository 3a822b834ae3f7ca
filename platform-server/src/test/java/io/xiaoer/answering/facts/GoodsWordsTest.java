package io.xiaoer.answering.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoodsWordsTest {

    @ParameterizedTest
    @ValueSource(strings = {"没拆", "还没拆封", "没有打开", "没开封过", "全新的", "没用过", "unopened"})
    void readsUnopened(String message) {
        assertThat(GoodsWords.opened(message)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"拆了", "已经拆开了", "拆封的能换吗", "用过一次", "打开了", "I opened it"})
    void readsOpened(String message) {
        assertThat(GoodsWords.opened(message)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"面膜能换吗", "拆封了吗", "怎么换"})
    void readsNothing(String message) {
        assertThat(GoodsWords.opened(message)).isNull();
    }

    @Test
    void takesYesAndNoForAnAnswerOnly() {
        assertThat(GoodsWords.openedAnswer("没有")).isFalse();
        assertThat(GoodsWords.openedAnswer("嗯")).isTrue();
        assertThat(GoodsWords.openedAnswer("no")).isFalse();
        assertThat(GoodsWords.openedAnswer("发票怎么开")).isNull();
        assertThat(GoodsWords.opened("没有")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "第二个,3,1",
        "第1个,3,0",
        "2,3,1",
        "最后一个,3,2",
        "就第一单吧,2,0",
        "the second one,3,1",
        "第三个,2,-1",
        "第二件半价吗,3,-1",
        "100,3,-1"
    })
    void picksByPlace(String message, int offered, int index) {
        assertThat(GoodsWords.ordinal(message, offered)).isEqualTo(index);
    }

    @Test
    void namesGoodsByAPartOfTheirName() {
        assertThat(GoodsWords.overlap("玻尿酸面膜", "那个面膜能换吗")).isEqualTo(2);
        assertThat(GoodsWords.overlap("玻尿酸面膜", "玻尿酸面膜能换吗")).isGreaterThan(GoodsWords.overlap("面膜刷", "玻尿酸面膜能换吗"));
        assertThat(GoodsWords.overlap("哑光口红", "面膜能换吗")).isZero();
        assertThat(GoodsWords.overlap("Linen shirt", "can I return the shirt?")).isEqualTo(5);
        assertThat(GoodsWords.overlap("Shirt for the office", "is the order for me"))
                .isZero();
    }
}
