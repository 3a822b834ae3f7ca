package io.xiaoer.onboarding.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.xiaoer.conversations.Redaction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhraseTextTest {

    @ParameterizedTest
    @CsvSource({
        "券叠加吗？, 券叠加",
        "请问 券叠加 呀, 券叠加",
        "你好，请问券叠加吗谢谢, 券叠加",
        "ＡＰＰ 打不开, app打不开",
        "Can I stack coupons?, can i stack coupons",
        "满 199 能用吗, 满199能用"
    })
    void isTheSameHoweverItIsSaid(String said, String text) {
        assertThat(PhraseText.of(said)).contains(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"好", "？？？", "。", "188", "我上周买的那个蓝色的大号保温杯盖子漏水了你们到底管不管给个说法", "我的单号是20251111", "暗号8848"})
    void leavesOutWhatIsNoPhrase(String said) {
        assertThat(PhraseText.of(said)).isEmpty();
    }

    @Test
    void leavesOutWhatHadSomethingPersonalInIt() {
        assertThat(PhraseText.of(Redaction.of("打我电话13812345678"))).isEmpty();
        assertThat(PhraseText.of(Redaction.of("发到 a.b@shop.example 行吗"))).isEmpty();
        assertThat(PhraseText.of(Redaction.of("订单 TB20251111088"))).isEmpty();
    }
}
