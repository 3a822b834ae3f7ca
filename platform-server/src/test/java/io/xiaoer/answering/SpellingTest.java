package io.xiaoer.answering;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {

    @ParameterizedTest
    @CsvSource({
        "请问什么时候发货呀？,什么时候发货",
        "你好，什麼時候發貨,什么时候发货",
        "什么 时候 发货！！！,什么时候发货",
        "ＷＨＥＲＥ is  my order?!,where is my order",
        "iPhone 15 有货吗,iphone15有货",
        "你好,你好"
    })
    void writesAllSpellingsOfAMessageAlike(String message, String plain) {
        assertThat(Spelling.plain(message)).isEqualTo(plain);
    }

    @Test
    void saysNothingOfMarksAlone() {
        assertThat(Spelling.plain("？？！ 😀")).isEmpty();
    }

    @Test
    void tellsOtherWordsApart() {
        assertThat(Spelling.isSame("请问什么时候发货？", "什么时候发货呢")).isTrue();
        assertThat(Spelling.isSame("什么时候发货", "什么时候到货")).isFalse();
        assertThat(Spelling.isSame("where is it?", "Where is it")).isTrue();
    }
}
