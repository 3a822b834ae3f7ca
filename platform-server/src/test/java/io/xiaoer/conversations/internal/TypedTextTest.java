package io.xiaoer.conversations.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedTextTest {

    @Test
    void countsWhatAnybodyMayHaveTyped() {
        assertThat(TypedText.of("请问什么时候发货？")).contains("什么时候发货");
        assertThat(TypedText.of("满１００减２０能叠加吗")).contains("满100减20能叠加");
    }

    @ParameterizedTest
    @ValueSource(strings = {"我的手机是13812345678，帮我查一下", "订单 20261126123456 到哪了", "寄到人民路100号3栋502室可以吗", "加我微信 vx_abc123"})
    void leavesOutWhatMayTellWhoTypedIt(String text) {
        assertThat(TypedText.of(text)).isEmpty();
    }

    @Test
    void leavesOutWhatIsLongOrSaysNothing() {
        assertThat(TypedText.of("我想问问".repeat(20) + "发货")).isEmpty();
        assertThat(TypedText.of("？？")).isEmpty();
        assertThat(TypedText.of("")).isEmpty();
    }
}
