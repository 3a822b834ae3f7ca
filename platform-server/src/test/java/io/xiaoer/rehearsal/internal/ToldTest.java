package io.xiaoer.rehearsal.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.xiaoer.rehearsal.Difference.Group;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When something else is said to a question, and when only in other words. */
class ToldTest {

    private static Told answer(String entry, String text) {
        return new Told("answer", List.of(entry), "Q", text, false);
    }

    private static Told choices(String... entries) {
        return new Told("choices", Arrays.asList(entries), null, "哪一个？", false);
    }

    private static Told unsure(String entry) {
        return new Told("answer", List.of(entry), "Q", "", true);
    }

    private static final Told UNKNOWN = new Told("unknown", List.of(), null, "没听懂", false);

    @Test
    void anAnswerThatWasNotThereIsNewAndOneThatIsGoneIsLost() {
        assertThat(UNKNOWN.group(answer("a", "好"))).isEqualTo(Group.NEWLY_ANSWERED);
        assertThat(choices("a", "b").group(answer("a", "好"))).isEqualTo(Group.NEWLY_ANSWERED);
        assertThat(answer("a", "好").group(UNKNOWN)).isEqualTo(Group.LOST);
        assertThat(answer("a", "好").group(choices("a", "b"))).isEqualTo(Group.LOST);
        assertThat(UNKNOWN.group(unsure("a"))).isEqualTo(Group.NEWLY_ANSWERED);
    }

    @Test
    void anotherEntryOrOtherWordsChangeAnAnswer() {
        assertThat(answer("a", "好").group(answer("a", " 好\n"))).isEqualTo(Group.SAME);
        assertThat(answer("a", "好").group(answer("b", "好"))).isEqualTo(Group.CHANGED);
        assertThat(answer("a", "7天").group(answer("a", "8天"))).isEqualTo(Group.CHANGED);
        assertThat(answer("a", "好").group(new Told("declined", List.of("a"), "Q", "好", false)))
                .isEqualTo(Group.CHANGED);
    }

    @Test
    void withoutTheFactsTheEntryAloneCounts() {
        assertThat(answer("a", "订单 1 到了").group(unsure("a"))).isEqualTo(Group.SAME);
        assertThat(new Told("declined", List.of("a"), "Q", "查不到", false).group(unsure("a")))
                .isEqualTo(Group.SAME);
        assertThat(answer("a", "订单 1 到了").group(unsure("b"))).isEqualTo(Group.CHANGED);
        // made-up facts on both sides are the same ones
        assertThat(new Told("answer", List.of("a"), "Q", "x", true)
                        .group(new Told("answer", List.of("a"), "Q", "y", true)))
                .isEqualTo(Group.CHANGED);
    }

    @Test
    void whatIsNotAnsweredDiffersByWhatIsOffered() {
        assertThat(UNKNOWN.group(new Told("unknown", List.of(), null, "换句话说说看", false)))
                .isEqualTo(Group.SAME);
        assertThat(choices("a", "b").group(choices("b", "a"))).isEqualTo(Group.SAME);
        assertThat(choices("a", "b").group(choices("a", "c"))).isEqualTo(Group.CHANGED);
        assertThat(UNKNOWN.group(choices("a", "b"))).isEqualTo(Group.CHANGED);
    }

    @Test
    void showsNothingThatMayTellWhoItWasSaidTo() {
        assertThat(answer("a", "寄到 13812341234").said().text())
                .contains("[手机号]")
                .doesNotContain("1381234");
        assertThat(choices("a", "b").said().entryKey()).isNull();
        assertThat(answer("a", "好").said().entryKey()).isEqualTo("a");
    }
}
