package io.xiaoer.portal.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TextsTest {

    private final Texts texts = new Texts();

    @Test
    void saysTheSameThingsInEveryLanguage() {
        assertThat(texts.all(Locale.ENGLISH).keySet())
                .hasSizeGreaterThan(100)
                .containsExactlyInAnyOrderElementsOf(
                        texts.all(Locale.SIMPLIFIED_CHINESE).keySet());
    }

    @Test
    void takesTheSameParametersInEveryLanguage() {
        texts.all(Locale.ENGLISH)
                .forEach((key, english) -> assertThat(parameters(english))
                        .as(key)
                        .isEqualTo(parameters(texts.getTranslation(key, Locale.SIMPLIFIED_CHINESE))));
    }

    @Test
    void fallsBackToTheKey() {
        assertThat(texts.getTranslation("no.such.text", Locale.ENGLISH)).isEqualTo("no.such.text");
    }

    private static int parameters(String text) {
        return text.matches("(?s).*\\{\\d.*") ? new MessageFormat(text).getFormatsByArgumentIndex().length : 0;
    }
}
