package io.xiaoer.answering.wording;

import static org.assertj.core.api.Assertions.assertThat;

import io.xiaoer.tone.ToneProfile;
import io.xiaoer.tone.ToneProfile.Emoji;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class VoiceTest {

    private static final List<String> ANSWERS = List.of(
            "签收后七天内可以退货。运费由店铺承担。",
            "满299元减30，截止到2026-06-18 23:59:59。",
            "订单号 A123456789 请发给客服。",
            "请看 https://shop.example.com/a?b=1&c=2。谢谢。",
            "1. 打开订单\n2. 点退款\n3. 等24小时",
            "1️⃣ 打开订单 2️⃣ 点申请。",
            "保质期3年，开封后12个月😊😊。",
            "只有质量问题才可以退，不包括过敏😢。",
            "第一步，打开App。",
            "99.9%不含酒精，SPF50+ PA++++。",
            "说明写着「见瓶身」。",
            "好的");

    private static ToneProfile tone(List<String> address, List<String> particles, Emoji emoji) {
        return new ToneProfile("小二", address, particles, emoji, List.of(), "", "");
    }

    private static String say(ToneProfile tone, String text) {
        return new Voice(tone, "zh-CN", "key").say(text);
    }

    private static List<String> data(String text) {
        List<String> found = new ArrayList<>();
        var matcher = Pattern.compile("https?://[!-~]+|[0-9A-Za-z.+%:\\-]*[0-9A-Za-z][0-9A-Za-z.+%:\\-]*")
                .matcher(text);
        while (matcher.find()) {
            found.add(matcher.group());
        }
        return found;
    }

    @Test
    void neverChangesNumbersDatesCodesLinksOrConditions() {
        for (List<String> address : List.of(List.<String>of(), List.of("亲"), List.of("亲", "宝子"))) {
            for (List<String> particles : List.of(List.<String>of(), List.of("哦", "呢", "哈"), List.of("吗", "吧"))) {
                for (Emoji emoji : Emoji.values()) {
                    for (String key : List.of("a", "b", "c", "order-urge", "allergy")) {
                        for (String answer : ANSWERS) {
                            String said = new Voice(tone(address, particles, emoji), "zh-CN", key).say(answer);
                            assertThat(data(said)).as(said).isEqualTo(data(answer));
                            assertThat(bare(said, address, particles)).isEqualTo(bare(answer, address, particles));
                        }
                    }
                }
            }
        }
    }

    /** What is left when the voice is taken away again. */
    private static String bare(String text, List<String> address, List<String> particles) {
        String s = text.replaceAll("[\\x{1F000}-\\x{1FAFF}\\uFE0F]", "");
        for (String word : address) {
            s = s.startsWith(word + "，") ? s.substring(word.length() + 1) : s;
        }
        for (String particle : particles) {
            s = s.replace(particle + "。", "。");
        }
        return s.strip();
    }

    @Test
    void addressesTheShopperOnce() {
        var tone = tone(List.of("亲"), List.of(), Emoji.NONE);

        assertThat(say(tone, "可以退。")).isEqualTo("亲，可以退。");
        assertThat(say(tone, "亲，可以退。")).isEqualTo("亲，可以退。");
        assertThat(say(tone, "1. 打开订单")).isEqualTo("1. 打开订单");
        assertThat(new Voice(tone, "en", "key").say("Yes.")).isEqualTo("Yes.");
    }

    @Test
    void softensTheFirstSentenceOnlyWhereItSoundsRight() {
        var tone = tone(List.of(), List.of("哦"), Emoji.NONE);

        assertThat(say(tone, "可以退。要在七天内。")).isEqualTo("可以退哦。要在七天内。");
        assertThat(say(tone, "可以退哦。")).isEqualTo("可以退哦。");
        assertThat(say(tone, "可以退呢。")).isEqualTo("可以退呢。");
        assertThat(say(tone, "满299。")).isEqualTo("满299。");
        assertThat(say(tone, "写着「见瓶身」。")).isEqualTo("写着「见瓶身」。");
        assertThat(say(tone, "可以退！要快。")).isEqualTo("可以退！要快。");
        assertThat(say(tone, "第一步，打开订单。")).isEqualTo("第一步，打开订单。");
    }

    @Test
    void neverTurnsAStatementIntoAQuestion() {
        assertThat(say(tone(List.of(), List.of("吗", "吧"), Emoji.NONE), "可以退。")).isEqualTo("可以退。");
    }

    @Test
    void usesEmojiAsTheShopLikesThem() {
        assertThat(say(tone(List.of(), List.of(), Emoji.NONE), "好😊的👍🏻。❤️")).isEqualTo("好的。");
        assertThat(say(tone(List.of(), List.of(), Emoji.FEW), "好😊的👍🏻。")).isEqualTo("好的。😊");
        assertThat(say(tone(List.of(), List.of(), Emoji.MANY), "好😊的👍🏻。😀😀")).isEqualTo("好😊的👍🏻。😀");
        assertThat(say(tone(List.of(), List.of(), Emoji.MANY), "很抱歉让您过敏了。")).isEqualTo("很抱歉让您过敏了。");
    }

    @Test
    void soundsTheSameEveryTime() {
        var tone = tone(List.of("亲", "宝子"), List.of("哦", "呢"), Emoji.FEW);

        assertThat(say(tone, "可以退。")).isEqualTo(say(tone, "可以退。"));
    }
}
