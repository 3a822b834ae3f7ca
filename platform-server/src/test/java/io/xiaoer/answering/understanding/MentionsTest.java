package io.xiaoer.answering.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MentionsTest {

    private static final List<String> GOODS = List.of("玻尿酸补水面膜", "氨基酸洁面乳", "Linen shirt");

    @ParameterizedTest
    @CsvSource({
        "我昨天买的面膜能换吗,能换吗",
        "我前几天在你家买的那个面膜可以退吗,可以退吗",
        "上周拍的口红能换吗,能换吗",
        "面膜能换吗,能换吗",
        "洁面乳怎么还没发货,怎么还没发货",
        "玻尿酸补水面膜坏了,坏了",
        "can I return the shirt,can I return the"
    })
    void takesOutWhatWasBought(String message, String rest) {
        assertThat(Mentions.without(message, GOODS).map(text -> text.strip().replaceAll(" +", " ")))
                .contains(rest);
    }

    @ParameterizedTest
    @ValueSource(strings = {"怎么开发票", "什么时候发货", "面膜", "你好"})
    void leavesAloneWhatMentionsNothingOrNothingElse(String message) {
        assertThat(Mentions.without(message, GOODS)).isEmpty();
    }

    @Test
    void takesOutNothingOfGoodsThatAreNotNamed() {
        assertThat(Mentions.without("口红有货吗", List.of())).isEmpty();
    }
}
