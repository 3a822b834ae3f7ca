package io.xiaoer.connectors.internal.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.xiaoer.connectors.WebhookEndpoint.Because;
import io.xiaoer.tenants.LetterWords;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class HookLetterTextsTest {

    private final ResourceBundle chinese = LetterWords.texts(HookEnds.TEXTS, Locale.forLanguageTag("zh-CN"));
    private final ResourceBundle english = LetterWords.texts(HookEnds.TEXTS, Locale.forLanguageTag("en"));

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
    void hasWordsForEveryReason() {
        for (Because because : Because.values()) {
            assertThat(chinese.containsKey(
                            "webhook-ended.text." + because.name().toLowerCase(Locale.ROOT)))
                    .isTrue();
        }
    }
}
