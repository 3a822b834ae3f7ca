package io.xiaoer.rehearsal.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.xiaoer.rehearsal.Expectation;
import io.xiaoer.rehearsal.Mismatch;
import io.xiaoer.rehearsal.Mismatch.What;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JudgeTest {

    private static final Heard ANSWER = new Heard("answer", false, List.of("shipping-fee"), "满 ９９ 元包邮，\n不满的收 10 元");
    private static final Heard CHOICES =
            new Heard("choices", false, List.of("shipping-fee", "remote-area"), "想问哪一个？\n运费多少\n偏远地区");
    private static final Heard UNKNOWN = new Heard("unknown", false, List.of(), "没太明白");

    @Test
    void anEntryIsRightIfItAnswersOrIsOffered() {
        Expectation expect = Expectation.entry("shipping-fee");
        assertThat(Judge.judge(expect, ANSWER)).isEmpty();
        assertThat(Judge.judge(expect, CHOICES)).isEmpty();
        assertThat(Judge.judge(expect, UNKNOWN)).containsExactly(new Mismatch(What.ENTRY, "shipping-fee", ""));
    }

    @Test
    void anEntryThatMustAnswerIsNotRightAmongChoices() {
        Expectation expect = new Expectation("shipping-fee", List.of(), "answer", List.of(), List.of());
        assertThat(Judge.judge(expect, ANSWER)).isEmpty();
        assertThat(Judge.judge(expect, CHOICES)).containsExactly(new Mismatch(What.KIND, "answer", "choices"));
    }

    @Test
    void saysWhatAnsweredInstead() {
        Expectation expect = new Expectation("return-policy", List.of("exchange"), null, List.of(), List.of());
        assertThat(Judge.judge(expect, ANSWER))
                .containsExactly(new Mismatch(What.ENTRY, "return-policy | exchange", "shipping-fee"));
        assertThat(Judge.judge(
                        new Expectation("return-policy", List.of("shipping-fee"), null, List.of(), List.of()), ANSWER))
                .isEmpty();
    }

    @Test
    void readsWordsWhateverTheirWidthCaseAndBlanks() {
        assertThat(Judge.judge(words(List.of("满99元包邮", "10元"), List.of("20元")), ANSWER))
                .isEmpty();
        assertThat(Judge.judge(words(List.of("满88元"), List.of("包 邮")), ANSWER))
                .containsExactly(new Mismatch(What.CONTAINS, "满88元", ""), new Mismatch(What.LACKS, "包 邮", ""));
    }

    @Test
    void aPersonComesBesideWhateverIsSaid() {
        Heard angry = new Heard("answer", true, List.of("complaint"), "很抱歉");
        assertThat(Judge.judge(Expectation.kind("handover"), angry)).isEmpty();
        assertThat(Judge.judge(Expectation.kind("answer"), angry)).isEmpty();
        assertThat(Judge.judge(Expectation.kind("handover"), ANSWER))
                .containsExactly(new Mismatch(What.KIND, "handover", "answer"));
    }

    private static Expectation words(List<String> contains, List<String> lacks) {
        @Nullable String any = null;
        return new Expectation(any, List.of(), any, contains, lacks);
    }
}
