package io.xiaoer.answering;

import static org.assertj.core.api.Assertions.assertThat;

import io.xiaoer.answering.VoiceCheck.Result;
import io.xiaoer.answering.VoiceCheck.Slip;
import io.xiaoer.answering.VoiceCheck.Speaker;
import io.xiaoer.answering.wording.Voice;
import io.xiaoer.releases.ReleasedEntry;
import io.xiaoer.tone.TonePreset;
import io.xiaoer.tone.ToneProfile;
import io.xiaoer.tone.ToneProfile.Emoji;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A voice that changes what is said is found out; one that only sounds otherwise is not. */
class VoiceCheckTest {

    private static final List<ReleasedEntry> ENTRIES = List.of(
            entry("return", "签收后7天内，未拆封的可以退，运费由买家承担。详情看 https://shop.example/r?id=12 。"),
            entry("promotion", "满200减30，新人除外，截止到2026-11-30 23:59。"),
            entry(
                    "order",
                    "{% if order.known %}订单 {{ order.id }} 是 {{ order.item }}。{% else %}{{ order.say }}{% endif %}"));

    private static final ToneProfile OWN =
            new ToneProfile("小二", List.of("小主"), List.of("哟"), Emoji.MANY, List.of(), "", "");

    private static ReleasedEntry entry(String key, String answer) {
        return new ReleasedEntry(key, key, List.of(), List.of(), answer, List.of(), null, null);
    }

    private static Result check(Speaker speaker) {
        return VoiceCheck.of(ENTRIES, OWN, "小店", "zh-CN", null, speaker);
    }

    private static String honest(ToneProfile tone, String locale, String key, String text) {
        return new Voice(tone, locale, key).say(text);
    }

    @Test
    void everyVoiceKeepsWhatMatters() {
        Result result = VoiceCheck.of(ENTRIES, OWN, "小店", "zh-CN", null);
        assertThat(result.slips()).isEmpty();
        assertThat(result.entries()).isEqualTo(3);
        // two answers for one made-up shopper, one for all four; in each preset and in the own voice
        assertThat(result.wordings())
                .isEqualTo((1 + 1 + SampleCase.values().length) * (TonePreset.values().length + 1));
    }

    @Test
    void findsAVoiceThatChangesADigit() {
        Result result = check(
                (tone, locale, key, text) -> honest(tone, locale, key, text).replace("满200", "满300"));
        assertThat(result.slips()).isNotEmpty().allSatisfy(slip -> {
            assertThat(slip.entryKey()).isEqualTo("promotion");
            assertThat(slip.lost()).containsExactly("200");
            assertThat(slip.added()).containsExactly("300");
        });
        assertThat(result.slips())
                .extracting(Slip::preset)
                .contains((TonePreset) null)
                .contains(TonePreset.values());
    }

    @Test
    void findsWhatIsLeftOutAddedOrTurnedRound() {
        assertThat(changed("未拆封的", "")).containsExactly("未拆封");
        assertThat(changed("除外", "")).containsExactly("除外");
        assertThat(changed("内，", "，")).containsExactly("内");
        assertThat(changed("天内", "小时内")).containsExactly("天");
        assertThat(changed("23:59", "12:00")).containsExactly("23:59");
        assertThat(changed("2026-11-30", "2026-12-01")).containsExactly("2026-11-30");
        assertThat(changed("id=12", "id=13")).containsExactly("https://shop.example/r?id=12");
        assertThat(check((tone, locale, key, text) ->
                                honest(tone, locale, key, text).replace("可以退", "不可以退"))
                        .slips())
                .isNotEmpty()
                .allSatisfy(slip -> assertThat(slip.added()).isNotEmpty());
    }

    /** What is said to be lost where a voice changes one thing. */
    private static List<String> changed(String from, String to) {
        return check((tone, locale, key, text) ->
                        honest(tone, locale, key, text).replace(from, to))
                .slips()
                .stream()
                .flatMap(slip -> slip.lost().stream())
                .distinct()
                .toList();
    }
}
