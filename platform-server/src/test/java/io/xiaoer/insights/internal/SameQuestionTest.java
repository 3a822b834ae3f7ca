package io.xiaoer.insights.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.xiaoer.answering.AnsweringFixtures;
import io.xiaoer.insights.internal.SameQuestion.Likeness;
import io.xiaoer.releases.ReleasedEntry;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SameQuestionTest {

    private static final Likeness MODEL =
            (one, other) -> AnsweringFixtures.engine().likeness("zh-CN", one, other);

    private static final Likeness ALWAYS = (one, other) -> 1;

    @Test
    void noticesOtherWordsForTheSame() {
        assertThat(same("用了过敏可以退吗", "过敏了能退货吗")).isTrue();
        assertThat(same("怎么还没发货，能催一下吗", "帮我催一下发货")).isTrue();
        assertThat(same("支持七天无理由退货吗", "可以七天无理由退货不")).isTrue();
    }

    @Test
    void tellsOtherQuestionsApart() {
        assertThat(same("怎么开发票", "发什么快递")).isFalse();
        assertThat(same("什么时候发货", "过敏了能退吗")).isFalse();
        assertThat(same("优惠券可以叠加使用吗", "怎么领优惠券")).isFalse();
    }

    @Test
    void theSameWordsAreNotOtherWords() {
        assertThat(SameQuestion.inOtherWords("什么时候发货", "什么时候发货？！", ALWAYS)).isFalse();
        assertThat(SameQuestion.inOtherWords("什么时候发货", "几时才能发货", ALWAYS)).isTrue();
    }

    @Test
    void courtesyAndPiecesAreNoQuestions() {
        assertThat(SameQuestion.inOtherWords("谢谢", "谢谢你啦", ALWAYS)).isFalse();
        assertThat(SameQuestion.inOtherWords("好的好的知道了", "嗯嗯好的明白", ALWAYS)).isFalse();
        assertThat(SameQuestion.inOtherWords("退货", "能退吗", ALWAYS)).isFalse();
        assertThat(SameQuestion.inOtherWords("你好请问过敏了还能不能退货呢", "过敏了可以退货吗", ALWAYS))
                .isTrue();
    }

    @Test
    void anotherSizeIsAnotherQuestion() {
        assertThat(SameQuestion.inOtherWords("30ml 的多少钱", "那 50ml 多少钱", ALWAYS)).isFalse();
        assertThat(SameQuestion.inOtherWords("30ml 的多少钱", "30ML 卖多少钱", ALWAYS)).isTrue();
    }

    /** Measured on a shop's entries: which share of rewordings is noticed, and which of other questions is taken for one. */
    @Test
    void saysSoRatherTooSeldomThanTooOften() {
        List<ReleasedEntry> entries = AnsweringFixtures.shop().entries();
        int rewordings = 0;
        int noticed = 0;
        int others = 0;
        int mistaken = 0;
        for (int i = 0; i < entries.size(); i++) {
            List<String> texts = texts(entries.get(i));
            for (int a = 0; a < texts.size(); a++) {
                for (int b = a + 1; b < texts.size(); b++) {
                    rewordings++;
                    noticed += same(texts.get(a), texts.get(b)) ? 1 : 0;
                }
                for (ReleasedEntry other : entries.subList(i + 1, entries.size())) {
                    for (String text : texts(other)) {
                        others++;
                        mistaken += same(texts.get(a), text) ? 1 : 0;
                    }
                }
            }
        }
        assertThat(noticed / (double) rewordings).isGreaterThan(0.1);
        assertThat(mistaken / (double) others).isLessThan(0.002);
    }

    private static List<String> texts(ReleasedEntry entry) {
        List<String> texts = new ArrayList<>(List.of(entry.question()));
        texts.addAll(entry.similar());
        return texts;
    }

    private static boolean same(String before, String now) {
        return SameQuestion.inOtherWords(before, now, MODEL);
    }
}
