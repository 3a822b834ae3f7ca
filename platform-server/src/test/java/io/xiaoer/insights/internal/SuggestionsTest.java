package io.xiaoer.insights.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.xiaoer.conversations.ConversationId;
import io.xiaoer.insights.Mend;
import io.xiaoer.insights.QuestionSample;
import io.xiaoer.knowledge.Entry;
import io.xiaoer.knowledge.EntryDraft;
import io.xiaoer.releases.ReleaseContent;
import io.xiaoer.releases.ReleasedEntry;
import io.xiaoer.shared.Problem;
import io.xiaoer.tone.ToneProfile;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionsTest {

    private static final Entry COUPONS =
            new Entry("coupons", "优惠券能一起用吗", List.of("两张券能同时用吗"), List.of("叠加"), "不能", List.of(), null, null, true, 3);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        券叠加吗,这个券叠加怎么弄,请问券叠加可以吗,为什么券叠加不了 | 券叠加
        以旧换新怎么弄,你们有以旧换新吗                           | 以旧换新
        iPhone15有壳吗,有没有iphone15的                          | iphone15
        这个怎么用,那个怎么用                                     | 这个怎么用
        猫砂结团吗,猫砂结团好不好,猫砂结团不,猫砂结团么,狗粮有吗  | 猫砂结团
        你们店里养猫吗 | 店里养猫
        """)
    void theKeywordIsTheLongestPhraseThatTheWordingsShare(String wordings, String keyword) {
        List<String> all = List.of(wordings.split(","));

        assertThat(Suggestions.keyword(all.getFirst(), all, null).texts()).containsExactly(keyword);
    }

    @Test
    void withoutAPhraseItIsWhatTheQuestionIsAbout() {
        assertThat(Suggestions.keyword("请问怎么开收据呢", List.of("请问怎么开收据呢", "单子能不能给一张"), null)
                        .texts())
                .containsExactly("开收据");
    }

    @Test
    void doesNotProposeWhatTheEntryHas() {
        assertThat(Suggestions.keyword("叠加吗", List.of("叠加吗", "能叠加"), COUPONS).texts())
                .isEmpty();
        assertThat(Suggestions.similar(List.of("两张券能同时用吗？", "优惠券能一起用", "券叠加吗"), COUPONS)
                        .texts())
                .containsExactly("券叠加吗");
    }

    @Test
    void aNewEntryBeginsWithWhatPeopleAnswered() {
        Mend mend = Suggestions.entry(
                "券叠加吗",
                List.of("券叠加吗？", "券可以叠加用吗"),
                List.of(sample(null), sample("嗯"), sample("可以的，{{每单}}最多两张，有事打13812345678")));

        EntryDraft entry = Mends.fresh(mend);
        assertThat(entry.question()).isEqualTo("券叠加吗");
        assertThat(entry.similar()).containsExactly("券可以叠加用吗");
        assertThat(entry.answer()).isEqualTo("可以的，{ {每单}}最多两张，有事打[手机号]");
    }

    @Test
    void addsTextsToTheEntryAndKeepsTheRest() {
        EntryDraft keyword = Mends.changed(COUPONS, Mend.keyword("coupons", List.of("券叠加", "叠加")));
        assertThat(keyword.keywords()).containsExactly("叠加", "券叠加");
        assertThat(keyword.similar()).containsExactly("两张券能同时用吗", "券叠加", "叠加");
        assertThat(keyword.version()).isEqualTo(3);
        EntryDraft similar = Mends.changed(COUPONS, Mend.similar("coupons", List.of("券叠加吗")));
        assertThat(similar.similar()).containsExactly("两张券能同时用吗", "券叠加吗");
    }

    @Test
    void knowsWhetherAReleaseHasIt() {
        ReleaseContent content = new ReleaseContent(
                "小店",
                "zh-CN",
                List.of(new ReleasedEntry(
                        "coupons", "优惠券", List.of("券叠加吗"), List.of("叠加"), "不能", List.of(), null, null)),
                List.of(),
                List.of(),
                ToneProfile.plain());

        assertThat(Mends.isIn(content, Mend.As.KEYWORD, "coupons", List.of("叠加")))
                .isTrue();
        assertThat(Mends.isIn(content, Mend.As.SIMILAR, "coupons", List.of("券叠加吗 ")))
                .isTrue();
        assertThat(Mends.isIn(content, Mend.As.KEYWORD, "coupons", List.of("券")))
                .isFalse();
        assertThat(Mends.isIn(content, Mend.As.ENTRY, "coupons", List.of())).isTrue();
        assertThat(Mends.isIn(content, Mend.As.ENTRY, "gone", List.of())).isFalse();
    }

    @Test
    void refusesWhatIsIncomplete() {
        refuses(new Mend(Mend.As.KEYWORD, null, List.of("券"), null), "entryKey");
        refuses(Mend.keyword("coupons", List.of()), "texts");
        refuses(Mend.keyword("coupons", List.of("券".repeat(31))), "texts[0]");
        refuses(new Mend(Mend.As.ENTRY, null, List.of(), null), "entry");
    }

    private static void refuses(Mend mend, String field) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> Mends.validate(mend))
                .withMessageContaining(field);
    }

    private static QuestionSample sample(@Nullable String person) {
        return new QuestionSample(new ConversationId(new UUID(1, 1)), 1, InsightFixtures.NOON, "券叠加吗", "没听懂", person);
    }
}
