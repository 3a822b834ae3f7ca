package io.xiaoer.answering.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalizerTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ＡＢＣ１２３|abc123",
                "什麼時候發貨|什么时候发货",
                "iPhone15 L号|iphone15 l号",
                "太慢了！！！！！！|太慢了!",
                "在吗。。。？|在吗。",
                "哈哈哈哈哈|哈哈",
                "好的😊😂谢谢|好的 谢谢",
                "[订单x] 能开专票吗|能开专票吗",
                "两 \t  个|两 个",
                "1000元|1000元",
            })
    void bringsSpellingsToOneForm(String text, String expected) {
        assertThat(Normalizer.normalise(text)).isEqualTo(expected);
    }

    @Test
    void dropsWhatCannotBeSeen() {
        assertThat(Normalizer.normalise("发\u200b货\u0007\uFEFF")).isEqualTo("发货");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "亲, 请问一下怎么退货呀?|怎么退货",
                "怎么退货呢 谢谢|怎么退货",
                "你好|你好",
                "吗|吗",
                "亲|亲",
                "...|''",
                "能退不|能退不",
                "没了|没了",
            })
    void stripsGreetingsAndParticlesButNeverEverything(String normalised, String expected) {
        assertThat(Normalizer.bare(normalised)).isEqualTo(expected);
    }
}
