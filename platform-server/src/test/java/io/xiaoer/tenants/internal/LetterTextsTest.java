package io.xiaoer.tenants.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.xiaoer.tenants.Role;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class LetterTextsTest {

    private final ResourceBundle chinese = LetterWriter.texts(Locale.forLanguageTag("zh-CN"));
    private final ResourceBundle english = LetterWriter.texts(Locale.forLanguageTag("en"));

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
    void namesEveryRole() {
        for (Role role : Role.values()) {
            assertThat(chinese.containsKey("role." + role.name().toLowerCase(Locale.ROOT)))
                    .isTrue();
        }
    }

    @Test
    void keepsApart() {
        assertThat(chinese.getString("reset.subject")).isNotEqualTo(english.getString("reset.subject"));
    }
}
