package io.xiaoer.answering;

import static io.xiaoer.answering.AnsweringFixtures.NOW;
import static io.xiaoer.answering.AnsweringFixtures.answering;
import static io.xiaoer.answering.AnsweringFixtures.content;
import static io.xiaoer.answering.AnsweringFixtures.engine;
import static io.xiaoer.answering.AnsweringFixtures.entry;
import static io.xiaoer.answering.AnsweringFixtures.plainEngine;
import static io.xiaoer.answering.AnsweringFixtures.shop;
import static io.xiaoer.answering.AnsweringFixtures.withKeywords;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xiaoer.releases.ReleaseContent;
import io.xiaoer.releases.ReleasedEntry;
import io.xiaoer.tone.ToneProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class EngineTest {

    private static final class Shop {
        static final CompiledRelease RELEASE = engine().compile(shop(), null);
    }

    private static Plan ask(CompiledRelease release, String message) {
        return engine().understand(release, History.none(), message, NOW);
    }

    private static String answered(Plan plan) {
        assertThat(plan.outcome()).as(plan.trace().toString()).isEqualTo(Outcome.ANSWERED);
        return plan.candidates().getFirst().entryKey();
    }

    @ParameterizedTest
    @ValueSource(strings = {"怎么开发票", "怎么開發票？", "亲，请问一下怎么开发票呀~~~", "怎么开发票😊", "　怎 么开发票！！"})
    void answersTheSameQuestionInstantlyInAnySpelling(String message) {
        Plan plan = ask(Shop.RELEASE, message);

        assertThat(answered(plan)).isEqualTo("invoice");
        assertThat(plan.trace().path()).isEqualTo("instant-exact");
        assertThat(plan.candidates().getFirst().probability()).isEqualTo(1);
    }

    @Test
    void answersAKeywordThatIsAllTheMessageSays() {
        var release = plainEngine().compile(content(withKeywords(entry("a", "可以换货吗"), "换货")), null);

        Plan plan = plainEngine().understand(release, History.none(), "换货吗？", NOW);

        assertThat(plan.trace().path()).isEqualTo("instant-keyword");
        assertThat(answered(plan)).isEqualTo("a");
    }

    @Test
    void asksWhenTwoEntriesShareAKeyword() {
        var release = plainEngine()
                .compile(
                        content(withKeywords(entry("a", "可以换货吗"), "换"), withKeywords(entry("b", "怎么更换地址"), "换")), null);

        Plan plan = plainEngine().understand(release, History.none(), "换", NOW);

        assertThat(plan.outcome()).isEqualTo(Outcome.CHOICES);
        assertThat(plan.candidates()).extracting(Plan.Candidate::entryKey).containsExactly("a", "b");
    }

    @Test
    void understandsOtherWords() {
        assertThat(answered(ask(Shop.RELEASE, "我要开个发票怎么弄"))).isEqualTo("invoice");
        assertThat(answered(ask(Shop.RELEASE, "你们一般发什么快递呀"))).isEqualTo("courier");
    }

    @ParameterizedTest
    @ValueSource(strings = {"今天天气怎么样", "帮我写一首关于春天的诗", "茅台股票明天涨不涨"})
    void refusesWhatIsNoneOfTheShopsBusiness(String message) {
        assertThat(ask(Shop.RELEASE, message).outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "😂😂😂", "？？？？", "[图片]", "\u200b"})
    void isUnknownWhenNothingIsSaid(String message) {
        Plan plan = ask(Shop.RELEASE, message);

        assertThat(plan.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(plan.trace().path()).isEqualTo("empty");
    }

    @Test
    void readsNoMoreThanTheBeginningOfAnEndlessMessage() {
        Plan plan = ask(Shop.RELEASE, "怎么开发票" + "，谢谢".repeat(100_000));

        assertThat(plan.trace().text()).hasSizeLessThanOrEqualTo(500);
    }

    // --- messages in pieces

    private static History said(Duration ago, Outcome outcome, String... pieces) {
        return new History(Arrays.stream(pieces)
                .map(piece -> new History.Turn(piece, NOW.minus(ago), outcome))
                .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"UNKNOWN", "CHOICES", "ANSWERED"})
    void readsPiecesTogether(Outcome outcomeOfFirst) {
        String whole = answered(ask(Shop.RELEASE, "两张券能一起用不"));

        Plan plan = engine().understand(Shop.RELEASE, said(Duration.ofSeconds(3), outcomeOfFirst, "两张券"), "能一起用不", NOW);

        assertThat(answered(plan)).isEqualTo(whole).isEqualTo("coupon-stack");
        assertThat(plan.trace().joined()).isTrue();
        assertThat(plan.readTogether()).containsExactly(0);
    }

    @Test
    void readsThreePiecesTogether() {
        Plan plan = engine().understand(
                        Shop.RELEASE, said(Duration.ofSeconds(5), Outcome.UNKNOWN, "你好", "两张券"), "能一起用不", NOW);

        assertThat(answered(plan)).isEqualTo("coupon-stack");
        assertThat(plan.readTogether()).containsExactly(0, 1);
    }

    @Test
    void leavesOlderMessagesAlone() {
        Plan plan =
                engine().understand(Shop.RELEASE, said(Duration.ofSeconds(9), Outcome.UNKNOWN, "两张券"), "能一起用不", NOW);

        assertThat(plan.trace().joined()).isFalse();
        assertThat(plan.readTogether()).isEmpty();
    }

    @Test
    void doesNotDragAnOffTopicMessageIntoWhatWasAnswered() {
        Plan plan = engine().understand(
                        Shop.RELEASE, said(Duration.ofSeconds(2), Outcome.ANSWERED, "两张券能一起用不"), "今天天气怎么样", NOW);

        assertThat(plan.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(plan.readTogether()).containsExactly(0);
    }

    @Test
    void answersANewQuestionByItself() {
        Plan plan = engine().understand(
                        Shop.RELEASE, said(Duration.ofSeconds(2), Outcome.ANSWERED, "怎么还没发货呀"), "过敏了能退吗", NOW);

        assertThat(answered(plan)).isEqualTo("allergy");
        assertThat(plan.trace().joined()).isFalse();
    }

    // --- tiny releases

    @Test
    void knowsNothingWithoutEntries() {
        var release = engine().compile(content(), null);

        assertThat(ask(release, "怎么开发票").outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(release.texts()).isZero();
    }

    @Test
    void worksWithASingleEntry() {
        var release = engine().compile(content(entry("invoice", "怎么开发票")), null);

        assertThat(answered(ask(release, "发票怎么开"))).isEqualTo("invoice");
        assertThat(ask(release, "今天天气怎么样").outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(ask(release, "给我讲个笑话").outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void worksWithTwoEntriesWithoutSimilarQuestions() {
        var release = engine().compile(content(entry("invoice", "怎么开发票"), entry("courier", "发什么快递")), null);

        assertThat(answered(ask(release, "你们发的什么快递呢"))).isEqualTo("courier");
        assertThat(ask(release, "我家猫不吃饭").outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    // --- validity

    @Test
    void answersOnlyWithinTheValidityOfAnEntry() {
        Instant from = NOW;
        Instant to = NOW.plusSeconds(60);
        var sale = new ReleasedEntry("sale", "大促什么时候开始", List.of(), List.of("大促"), "现在。", List.of(), from, to);
        var engine = plainEngine();
        var release = engine.compile(content(sale), null);

        assertThat(outcome(engine, release, from.minusMillis(1))).isEqualTo(Outcome.UNKNOWN);
        assertThat(outcome(engine, release, from)).isEqualTo(Outcome.ANSWERED);
        assertThat(outcome(engine, release, to.minusMillis(1))).isEqualTo(Outcome.ANSWERED);
        assertThat(outcome(engine, release, to)).isEqualTo(Outcome.UNKNOWN);
        assertThat(engine.choose(release, "sale", to).outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(engine.choose(release, "sale", from).outcome()).isEqualTo(Outcome.ANSWERED);
    }

    private static Outcome outcome(Engine engine, CompiledRelease release, Instant now) {
        return engine.understand(release, History.none(), "大促什么时候开始", now).outcome();
    }

    // --- compiled form

    @Test
    void loadsWhatItCompiledWithoutEmbedding() {
        var embedder = new LetterEmbedder();
        var engine = new Engine(embedder, List.of("今天天气怎么样"));
        CompiledRelease compiled = engine.compile(shop(), null);
        int before = embedder.embedded();

        CompiledRelease loaded = engine.load(shop(), compiled.toBytes());

        assertThat(embedder.embedded()).isEqualTo(before);
        assertThat(loaded.toBytes()).isEqualTo(compiled.toBytes());
        assertThat(loaded.calibration()).isEqualTo(compiled.calibration());
        assertThat(loaded.texts()).isEqualTo(compiled.texts()).isPositive();
        assertThat(loaded.weight()).isEqualTo(compiled.weight()).isPositive();
        assertThat(engine.understand(loaded, History.none(), "开发票怎么弄", NOW).candidates())
                .isEqualTo(engine.understand(compiled, History.none(), "开发票怎么弄", NOW)
                        .candidates());
    }

    @Test
    void refusesDamagedBytesWhereverTheDamageIs() {
        var engine = plainEngine();
        byte[] bytes = engine.compile(shop(), null).toBytes();

        for (int at = 0; at < bytes.length; at += 97) {
            byte[] damaged = bytes.clone();
            damaged[at] ^= 0x10;
            assertThatThrownBy(() -> engine.load(shop(), damaged)).isInstanceOf(IllegalArgumentException.class);
        }
        for (int length : new int[] {0, 3, 8, 11, bytes.length / 2, bytes.length - 1}) {
            assertThatThrownBy(() -> engine.load(shop(), Arrays.copyOf(bytes, length)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void refusesBytesOfOtherContentAndOfAnotherModel() {
        var engine = plainEngine();
        byte[] bytes = engine.compile(shop(), null).toBytes();

        assertThatThrownBy(() -> engine.load(content(entry("a", "别的")), bytes))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("content");
        assertThatThrownBy(() -> engine().load(shop(), bytes))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(engine().version());
    }

    @Test
    void embedsOnlyWhatIsNew() {
        var embedder = new LetterEmbedder();
        var engine = new Engine(embedder, List.of("今天天气怎么样"));
        CompiledRelease first = engine.compile(shop(), null);
        int before = embedder.embedded();
        List<ReleasedEntry> more = new ArrayList<>(shop().entries());
        more.add(answering("new", "有没有小样送", ""));
        var content = new ReleaseContent("小店", "zh-CN", more, List.of(), List.of(), ToneProfile.plain());

        CompiledRelease second = engine.compile(content, first);

        assertThat(embedder.embedded()).isEqualTo(before + 1);
        assertThat(second.texts()).isEqualTo(first.texts() + 1);
        assertThat(engine.compile(shop(), second).toBytes()).isEqualTo(first.toBytes());
    }

    @Test
    void understandsEachLanguageWithItsOwnModel() {
        var chinese = new LetterEmbedder();
        var english = new LetterEmbedder();
        var engine = new Engine(
                Language.of(chinese, List.of("今天天气怎么样")), Language.of(english, List.of("what's the weather like")));
        var content = new ReleaseContent(
                "Shop",
                "en",
                List.of(answering("return", "Can I send it back", ""), answering("invoice", "I need a receipt", "")),
                List.of(),
                List.of(),
                ToneProfile.plain());
        CompiledRelease earlier = engine.compile(
                new ReleaseContent("Shop", "zh-CN", content.entries(), List.of(), List.of(), ToneProfile.plain()),
                null);
        int embedded = chinese.embedded();

        CompiledRelease release = engine.compile(content, earlier);
        Plan plan = engine.understand(release, History.none(), "could I send it back please", NOW);

        assertThat(chinese.embedded()).isEqualTo(embedded);
        assertThat(english.embedded()).isPositive();
        assertThat(plan.trace().best().getFirst().entryKey()).isEqualTo("return");
    }

    @Test
    void namesEveryModelThatItUses() {
        var one = new NamedEmbedder("one");
        var two = new NamedEmbedder("two");

        assertThat(new Engine(Language.of(one, List.of()), Language.of(two, List.of())).version())
                .isEqualTo(CompiledForm.FORMAT + "/one/two");
        assertThat(new Engine(one, List.of()).version()).isEqualTo(CompiledForm.FORMAT + "/one");
    }

    private record NamedEmbedder(String model) implements Embedder {

        @Override
        public float[] embed(String text) {
            return new float[] {1};
        }

        @Override
        public List<float[]> embedAll(List<String> texts) {
            return texts.stream().map(this::embed).toList();
        }
    }

    @Test
    void loadsTwentyThousandTextsQuickly() {
        ReleasedEntry[] entries = new ReleasedEntry[2_000];
        for (int i = 0; i < entries.length; i++) {
            String[] similar = new String[9];
            for (int j = 0; j < similar.length; j++) {
                similar[j] = "第" + i + "件商品的第" + j + "种问法怎么样";
            }
            entries[i] = entry("k" + i, "商品" + i + "怎么样", similar);
        }
        var engine = plainEngine();
        byte[] bytes = engine.compile(content(entries), null).toBytes();

        long start = System.nanoTime();
        CompiledRelease loaded = engine.load(content(entries), bytes);
        long millis = (System.nanoTime() - start) / 1_000_000;

        assertThat(loaded.texts()).isGreaterThanOrEqualTo(20_000);
        assertThat(millis).isLessThan(2_000);
    }

    // --- wording

    @Test
    void saysTheShopsNameInTheShopsVoice() {
        var tone = new ToneProfile("小二", List.of("亲"), List.of("哦"), ToneProfile.Emoji.NONE, List.of(), "", "");
        var engine = plainEngine();
        var release = engine.compile(content(tone, answering("a", "你们是哪家店", "这里是{{ shop.name }}的客服。")), null);

        Worded worded = engine.word(release, engine.choose(release, "a", NOW), Facts.none(), NOW);

        assertThat(worded.reply()).isEqualTo(new Reply.Answer("亲，这里是小店的客服哦。", "a", 1));
        assertThat(worded.receipt().kind()).isEqualTo("answer");
        assertThat(worded.receipt().problem()).isNull();
    }

    @Test
    void declinesWhenAFactIsMissing() {
        var entry = new ReleasedEntry(
                "track", "快递到哪了", List.of(), List.of(), "在{{ logistics.carrier }}手上。", List.of("order"), null, null);
        var engine = plainEngine();
        var release = engine.compile(content(entry), null);
        Plan plan = engine.hear(release, Utterance.of("快递到哪了"), NOW);

        assertThat(plan.needs()).as("what it names and what it speaks of").containsExactly(Need.ORDER, Need.LOGISTICS);
        assertThat(engine.word(release, plan, Facts.none(), NOW).reply())
                .isInstanceOfSatisfying(Reply.Declined.class, declined -> {
                    assertThat(declined.entryKey()).isEqualTo("track");
                    assertThat(declined.reason()).contains("order");
                    assertThat(declined.text()).isNotBlank();
                });
    }

    @Test
    void declinesHonestlyWhenATemplateFails() {
        var engine = plainEngine();
        var release = engine.compile(content(answering("a", "有货吗", "还有{{ shop.owner }}件。")), null);

        Worded worded = engine.word(release, engine.choose(release, "a", NOW), Facts.none(), NOW);

        assertThat(worded.reply()).isInstanceOf(Reply.Declined.class);
        assertThat(worded.receipt().problem()).contains("UNKNOWN_VARIABLE");
    }

    @Test
    void wordsChoicesAndUnknownFriendly() {
        var tone = new ToneProfile("小二", List.of("亲"), List.of("哦"), ToneProfile.Emoji.NONE, List.of(), "", "");
        var engine = plainEngine();
        var release = engine.compile(
                content(tone, withKeywords(entry("a", "可以换货吗"), "换"), withKeywords(entry("b", "怎么换地址"), "换")), null);

        assertThat(engine.word(release, engine.understand(release, History.none(), "换", NOW), Facts.none(), NOW)
                        .reply())
                .isEqualTo(new Reply.Choices(
                        "亲，您想问的是下面哪一个呢？", List.of(new Reply.Choice("a", "可以换货吗"), new Reply.Choice("b", "怎么换地址"))));
        assertThat(engine.word(release, engine.understand(release, History.none(), "?", NOW), Facts.none(), NOW)
                        .reply())
                .isEqualTo(new Reply.Unknown("亲，这个问题我还没学会，已经帮您记下来了，您也可以换个说法问我哦。"));
    }

    @Test
    void keepsReceiptsAsPlainJson() {
        Plan plan = ask(Shop.RELEASE, "发票咋开");
        Worded worded = engine().word(Shop.RELEASE, plan, Facts.none(), NOW);

        var json = new JsonMapper();
        String written = json.writeValueAsString(worded.receipt());

        assertThat(json.readValue(written, Receipt.class)).isEqualTo(worded.receipt());
    }
}
