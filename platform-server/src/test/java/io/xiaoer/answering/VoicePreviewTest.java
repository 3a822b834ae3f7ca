package io.xiaoer.answering;

import static org.assertj.core.api.Assertions.assertThat;

import io.xiaoer.answering.VoicePreview.Broken;
import io.xiaoer.answering.VoicePreview.Said;
import io.xiaoer.releases.ReleaseContent;
import io.xiaoer.tone.TonePreset;
import io.xiaoer.tone.ToneProfile;
import java.util.List;
import org.junit.jupiter.api.Test;

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
