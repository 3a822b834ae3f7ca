package io.xiaoer.connectors.internal.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.xiaoer.connectors.WebhookEndpoint.Because;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class HookLetterTextsTest {

    private final ResourceBundle chinese = HookEnds.texts(Locale.forLanguageTag("zh-CN"));
    private final ResourceBundle english = HookEnds.texts(Locale.forLanguageTag("en"));

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
