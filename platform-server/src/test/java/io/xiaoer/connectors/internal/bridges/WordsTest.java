package io.xiaoer.connectors.internal.bridges;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

/** Each bridge says in both languages all that is to be said of it. */
class WordsTest {

    private static final String BUNDLE = "io.xiaoer.connectors.internal.youzan.bridge";

    @Test
    void bothLanguagesSayTheSame() {
        ResourceBundle chinese = ResourceBundle.getBundle(BUNDLE, Locale.SIMPLIFIED_CHINESE);
        ResourceBundle english = ResourceBundle.getBundle(BUNDLE, Locale.ENGLISH);
        assertThat(chinese.keySet()).isEqualTo(english.keySet()).contains("name", "lead", "steps.1", "left");
        assertThat(chinese.getString("name")).isEqualTo("有赞");
        assertThat(english.getString("name")).isEqualTo("Youzan");
    }
}
