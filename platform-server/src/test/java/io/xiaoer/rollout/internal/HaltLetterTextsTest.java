package io.xiaoer.rollout.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.xiaoer.rollout.Alarm.Measure;
import io.xiaoer.tenants.LetterWords;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class HaltLetterTextsTest {

    private final ResourceBundle chinese = LetterWords.texts(HaltLetters.TEXTS, Locale.forLanguageTag("zh-CN"));
    private final ResourceBundle english = LetterWords.texts(HaltLetters.TEXTS, Locale.forLanguageTag("en"));

    @Test
    void saysTheSameThingsInBothLanguages() {
        assertThat(english.keySet()).containsExactlyInAnyOrderElementsOf(chinese.keySet());
        for (String key : english.keySet()) {
            assertThat(new MessageFormat(english.getString(key)).getFormatsByArgumentIndex())
                    .as(key)
                    .hasSameSizeAs(new MessageFormat(chinese.getString(key)).getFormatsByArgumentIndex());
        }
    }

    @Test
    void hasWordsForEveryMeasure() {
        for (Measure measure : Measure.values()) {
            assertThat(chinese.containsKey("halted.why."
                            + measure.name().toLowerCase(Locale.ROOT).replace('_', '-')))
                    .isTrue();
        }
    }
}
