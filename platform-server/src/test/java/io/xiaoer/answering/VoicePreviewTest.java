package io.xiaoer.answering;

import static org.assertj.core.api.Assertions.assertThat;

import io.xiaoer.answering.VoicePreview.Broken;
import io.xiaoer.answering.VoicePreview.Said;
import io.xiaoer.answering.facts.Samples;
import io.xiaoer.releases.ReleaseContent;
import io.xiaoer.releases.ReleasedEntry;
import io.xiaoer.tone.TonePreset;
import io.xiaoer.tone.ToneProfile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VoicePreviewTest {

    private static final ToneProfile QIN = TonePreset.QIN.applyTo(ToneProfile.plain());

    @Test
    void soundsExactlyAsTheEngineWillAnswer() {
        String answer = "{{ shop.name }}一般 48 小时内发货。节假日顺延。";
        ReleaseContent content = AnsweringFixtures.content(QIN, AnsweringFixtures.answering("ship", "什么时候发货", answer));
        Engine engine = AnsweringFixtures.plainEngine();
        CompiledRelease release = engine.compile(content, null);
        Plan plan = engine.choose(release, "ship", AnsweringFixtures.NOW);
        String said = engine.word(release, plan, Facts.none(), AnsweringFixtures.NOW)
                .reply()
                .text();

        assertThat(VoicePreview.sound(QIN, "zh-CN", "小店", "ship", answer, "zh-CN"))
                .isEqualTo(new Said(said, List.of()));
    }

    @ParameterizedTest
    @EnumSource(SampleCase.class)
    void soundsInEveryCaseAsTheEngineWillAnswer(SampleCase kind) {
        List<String> answers = List.of(
                "换货很方便的。",
                "最晚{{ exchange.last_day }}。",
                "{% if exchange.allowed %}可以换。{% elsif exchange.known %}{{ exchange.say }}{% else %}登录后我帮您看。{% endif %}",
                "{% if exchange.allowed %}可以换。{% elsif exchange.known %}{% endif %}");
        Engine engine = AnsweringFixtures.plainEngine();
        for (String answer : answers) {
            List<String> needs = List.of("invoice", "exchange");
            ReleaseContent content = AnsweringFixtures.content(
                    QIN, new ReleasedEntry("ex", "可以换货吗", List.of(), List.of(), answer, needs, null, null));
            CompiledRelease release = engine.compile(content, null);
            Plan plan = engine.choose(release, "ex", AnsweringFixtures.NOW);
            Facts facts = new Facts(plan.needs().stream()
                    .map(need -> Samples.of(need, kind, false))
                    .toList());
            Reply reply =
                    engine.word(release, plan, facts, AnsweringFixtures.NOW).reply();

            VoicePreview.Sound sound = VoicePreview.sound(
                    QIN, "zh-CN", "小店", "ex", answer, new VoicePreview.Hearer(needs, kind, null), "zh-CN");

            assertThat(sound).isInstanceOfSatisfying(Said.class, said -> {
                assertThat(said.text()).isEqualTo(reply.text());
                if (reply instanceof Reply.Answer told) {
                    assertThat(said.links()).isEqualTo(told.links());
                    assertThat(said.cards()).isEqualTo(told.cards());
                }
            });
        }
    }

    @Test
    void followsAPlainAnswerWithTheFactAndLetsARefusalStandInstead() {
        assertThat(heard("换货很方便的。", SampleCase.KNOWN)).contains("换货很方便的").contains("可以换货");
        assertThat(heard("换货很方便的。", SampleCase.REFUSED))
                .doesNotContain("换货很方便的")
                .contains("已经过了");
    }

    private static String heard(String answer, SampleCase kind) {
        var hearer = new VoicePreview.Hearer(List.of("exchange"), kind, null);
        return VoicePreview.sound(QIN, "zh-CN", "小店", "ex", answer, hearer, "zh-CN") instanceof Said said
                ? said.text()
                : "";
    }

    @Test
    void voicesSamplesInTheirOrderAndGivesABrokenOneBackAsWritten() {
        List<String> voiced = VoicePreview.voiced(QIN, "zh-CN", List.of("今天发货。", "{{ nothing.there }}", "包邮。"), "小店");

        assertThat(voiced).hasSize(3);
        assertThat(voiced.get(0)).startsWith("亲，今天发货");
        assertThat(voiced.get(1)).isEqualTo("{{ nothing.there }}");
        assertThat(voiced.get(2)).startsWith("亲，包邮");
    }

    @Test
    void explainsWhatIsWrongInTheReadersLanguage() {
        assertThat(VoicePreview.sound(QIN, "zh-CN", "小店", "k", "{{ shop.nme }}", "zh-CN"))
                .isInstanceOfSatisfying(
                        Broken.class, broken -> assertThat(broken.problem()).contains("不存在的变量"));
        assertThat(VoicePreview.problemOf("{% if %}", "en")).get().asString().contains("template");
        assertThat(VoicePreview.problemOf("{{ shop.name }}", "en")).isEmpty();
    }

    @Test
    void namesTheBannedWordsThatAnAnswerSays() {
        ToneProfile strict =
                new ToneProfile("小二", List.of(), List.of(), ToneProfile.Emoji.NONE, List.of("最好", "第一"), "您好", "");

        assertThat(VoicePreview.sound(strict, "zh-CN", "小店", "k", "我们是全网第一。", "zh-CN"))
                .isEqualTo(new Said("我们是全网第一。", List.of("第一")));
    }

    @Test
    void recognisesThePresetOfAProfile() {
        assertThat(TonePreset.QIN.isOf(QIN)).isTrue();
        assertThat(TonePreset.NIN.isOf(QIN)).isFalse();
    }
}
