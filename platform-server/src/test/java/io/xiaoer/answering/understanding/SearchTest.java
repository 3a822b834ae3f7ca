package io.xiaoer.answering.understanding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.xiaoer.answering.AnsweringFixtures;
import io.xiaoer.answering.LetterEmbedder;
import io.xiaoer.releases.ReleaseContent;
import io.xiaoer.releases.ReleasedEntry;
import io.xiaoer.tone.ToneProfile;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SearchTest {

    private final LetterEmbedder embedder = new LetterEmbedder();

    private Index index(ReleaseContent content) {
        List<IndexedText> texts = IndexedText.of(content);
        return new Index(
                content,
                texts,
                Vectors.of(embedder.embedAll(texts.stream()
                        .filter(IndexedText::hasVector)
                        .map(IndexedText::text)
                        .toList())));
    }

    @Test
    void splitsATitleOfSeveralQuestions() {
        var texts = IndexedText.of(AnsweringFixtures.content(AnsweringFixtures.answering("a", "物流查询/物流不更新", "")));

        assertThat(texts)
                .containsExactly(
                        new IndexedText(0, IndexedText.Kind.ASKED, "物流查询"),
                        new IndexedText(0, IndexedText.Kind.ASKED, "物流不更新"),
                        new IndexedText(0, IndexedText.Kind.WHOLE, "物流查询/物流不更新"));
    }

    @Test
    void doesNotSplitADateOrASize() {
        var texts = IndexedText.of(AnsweringFixtures.content(AnsweringFixtures.answering("a", "6/18有活动吗", "")));

        assertThat(texts).containsExactly(new IndexedText(0, IndexedText.Kind.ASKED, "6/18有活动吗"));
    }

    @Test
    void findsAKeywordOfLatinLettersInWholeWordsOnly() {
        var content = AnsweringFixtures.content(AnsweringFixtures.withKeywords(
                AnsweringFixtures.entry("care", "How do I wash it"), "care", "gift card"));

        assertThat(keyword(content, "how do i fix my car engine")).isZero();
        assertThat(keyword(content, "my scarecrow")).isZero();
        assertThat(keyword(content, "what care does it need")).isEqualTo(1);
        assertThat(keyword(content, "can i use my gift-card")).isEqualTo(1);
        assertThat(keyword(content, "洗护care怎么做")).isEqualTo(1);
    }

    private double keyword(ReleaseContent content, String text) {
        return index(content)
                .search(text, embedder.embed(text), e -> true, Index.NONE, 1)
                .getFirst()
                .keyword();
    }

    @Test
    void scoresAsIfALeftOutTextWereNotThere() {
        var content = AnsweringFixtures.content(
                AnsweringFixtures.entry("a", "怎么开发票", "发票咋开"), AnsweringFixtures.entry("b", "发什么快递"));
        var without =
                AnsweringFixtures.content(AnsweringFixtures.entry("a", "怎么开发票"), AnsweringFixtures.entry("b", "发什么快递"));
        float[] query = embedder.embed("发票咋开");

        var left = index(content).search("发票咋开", query, e -> true, 1, 1).getFirst();
        var missing =
                index(without).search("发票咋开", query, e -> true, Index.NONE, 1).getFirst();

        assertThat(left.nearest()).isEqualTo(missing.nearest());
        assertThat(left.centroid()).isCloseTo(missing.centroid(), within(1e-4));
    }

    @Test
    void treatsSynonymsAsTheSameTermAndSpellsOutInitials() {
        var terms = new Terms(List.of("冻干粉"), List.of(List.of("优惠券", "yhq", "折扣券")));

        assertThat(terms.of("折扣券怎么领")).isEqualTo(terms.of("优惠券怎么领"));
        assertThat(terms.spelledOut("有没有yhq")).isEqualTo("有没有优惠券");
        assertThat(terms.spelledOut("有没有折扣券")).isEqualTo("有没有折扣券");
        assertThat(terms.spelledOut("myhqs")).isEqualTo("myhqs");
        assertThat(terms.of("冻干粉")).contains("=冻干粉", "冻", "冻干");
    }

    @Test
    void sharesAllOfItselfAndNothingOfTheUnknown() {
        var overlap = new Overlap(List.of(Set.of("发", "票", "发票"), Set.of("快", "递", "快递")));

        float[] shares = overlap.of(Set.of("发", "票", "发票"));

        assertThat(shares[0]).isGreaterThan(0.95f);
        assertThat(shares[1]).isZero();
        assertThat(overlap.of(Set.of("天", "气"))).containsExactly(0, 0);
        assertThat(overlap.of(Set.of())).containsExactly(0, 0);
    }

    @Test
    void givesMoreForALongerContainedKeyword() {
        var one = AnsweringFixtures.withKeywords(AnsweringFixtures.entry("a", "能寄到国外吗"), "海外直邮");
        var other = new ReleasedEntry("b", "怎么寄", List.of(), List.of("直邮"), "", List.of(), null, null);
        var index = index(
                new ReleaseContent("小店", "zh-CN", List.of(one, other), List.of(), List.of(), ToneProfile.plain()));

        var found = index.search("你们海外直邮吗", embedder.embed("你们海外直邮吗"), e -> true, Index.NONE, 2);

        assertThat(found).anySatisfy(scored -> {
            assertThat(scored.entry()).isZero();
            assertThat(scored.keyword()).isEqualTo(1);
        });
        assertThat(found).anySatisfy(scored -> {
            assertThat(scored.entry()).isEqualTo(1);
            assertThat(scored.keyword()).isEqualTo(0.5);
        });
    }
}
