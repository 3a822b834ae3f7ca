package io.xiaoer.portal.words;

import static org.assertj.core.api.Assertions.assertThat;

import io.xiaoer.portal.words.WordDiff.Kind;
import io.xiaoer.portal.words.WordDiff.Part;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WordDiffTest {

    private static String shown(String before, String after) {
        return WordDiff.between(before, after).stream()
                .map(part -> switch (part.kind()) {
                    case SAME -> part.text();
                    case REMOVED -> "[-" + part.text() + "]";
                    case ADDED -> "[+" + part.text() + "]";
                })
                .collect(Collectors.joining());
    }

    private static String side(List<Part> parts, Kind other) {
        return parts.stream()
                .filter(part -> part.kind() != other)
                .map(Part::text)
                .collect(Collectors.joining());
    }

    @Test
    void marksTheCharactersThatChangedInChinese() {
        assertThat(shown("一般 48 小时内发货。", "一般 24 小时内发货。")).isEqualTo("一般 [-48][+24] 小时内发货。");
        assertThat(shown("七天内可以退货", "七天内可以无理由退货")).isEqualTo("七天内可以[+无理由]退货");
    }

    @Test
    void takesWordsAndNumbersWhole() {
        assertThat(shown("ships in 48 hours", "ships in 482 hours")).isEqualTo("ships in [-48][+482] hours");
    }

    @Test
    void saysNothingOfEqualTexts() {
        assertThat(WordDiff.between("一样", "一样")).containsExactly(new Part(Kind.SAME, "一样"));
        assertThat(WordDiff.between("", "")).isEmpty();
    }

    @Test
    void knowsBeginningAndEnd() {
        assertThat(shown("", "新的回答")).isEqualTo("[+新的回答]");
        assertThat(shown("旧的回答", "")).isEqualTo("[-旧的回答]");
    }

    @Test
    void makesNoConfettiOfASentenceWrittenAnew() {
        String before = "让您久等了，订单会按顺序尽快发出";
        String after = "亲爱的顾客，我们的仓库正在加班加点";
        assertThat(WordDiff.between(before, after)).hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void keepsEmojiWhole() {
        assertThat(shown("好的👨‍👩‍👧", "好的😊")).isEqualTo("好的[-👨‍👩‍👧][+😊]");
    }

    @Test
    void alwaysGivesBothTextsBack() {
        Random random = new Random(3);
        for (int i = 0; i < 300; i++) {
            String before = text(random);
            String after = text(random);
            List<Part> parts = WordDiff.between(before, after);
            assertThat(side(parts, Kind.ADDED)).isEqualTo(before);
            assertThat(side(parts, Kind.REMOVED)).isEqualTo(after);
        }
    }

    @Test
    void comparesTheLongestAnswersWithoutAWait() {
        Random random = new Random(5);
        String before =
                random.ints(4000, 0x4E00, 0x4F00).mapToObj(Character::toString).collect(Collectors.joining());
        String after =
                random.ints(4000, 0x4E00, 0x4F00).mapToObj(Character::toString).collect(Collectors.joining());
        Instant begin = Instant.now();
        assertThat(WordDiff.between(before, after)).isNotEmpty();
        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(5));
    }

    private static String text(Random random) {
        String[] pieces = {"发货", "48", " ", "小时", "abc", "。", "\n", "退", "😊", "亲"};
        return random.ints(random.nextInt(12), 0, pieces.length)
                .mapToObj(i -> pieces[i])
                .collect(Collectors.joining());
    }
}
