package io.xiaoer.portal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.xiaoer.portal.frame.Texts;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeTextsTest {

    private static final Texts TEXTS = new Texts();

    @Test
    void hasATextForAllItKnows() {
        for (Locale language : Texts.LANGUAGES) {
            ChangeTexts texts = texts(language, "shop.resumed");
            for (String field : ChangeTexts.FIELDS) {
                assertThat(texts.field(field)).as(field).doesNotContain("audit.field");
            }
            ChangeTexts.VALUES.forEach((field, known) -> known.values().forEach(value -> {
                String key = known.key().formatted(value);
                assertThat(texts.value(field, value)).as(key).isNotEqualTo(key);
            }));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "role, owner, 店主",
        "category, payment, 欠费",
        "category, holidays, holidays",
        "stage, full, 全面上线",
        "scopes, chat | manage, 对话、管理",
        "enabled, false, 关",
        "answer, true, true",
        "emoji, FEW, 偶尔用",
        "oldSecretValidUntil, 2026-03-18T04:30:00Z, 2026-03-18 12:30",
        "validFrom, soon, soon",
        "created, 12, 12"
    })
    void saysWhatAValueMeans(String field, String value, String meaning) {
        assertThat(texts(Locale.SIMPLIFIED_CHINESE, "shop.resumed").value(field, value))
                .isEqualTo(meaning);
    }

    @Test
    void namesFieldsAndLeavesUnknownOnesAsTheyAre() {
        ChangeTexts texts = texts(Locale.SIMPLIFIED_CHINESE, "shop.resumed");
        assertThat(texts.field("similar")).isEqualTo("相似问法");
        assertThat(texts.field("colour.of.tea")).isEqualTo("colour.of.tea");
        assertThat(texts.field("")).isEqualTo("内容");
        assertThat(texts(Locale.ENGLISH, "x").value("scopes", "sync | chat")).isEqualTo("Sync data, Chat");
    }

    @Test
    void namesAChangeOfOneValueByItsAction() {
        ChangeTexts texts = texts(Locale.SIMPLIFIED_CHINESE, "connection.chosen");
        assertThat(texts.field("")).isEqualTo("接入方式");
        assertThat(texts.value("", "embed")).isEqualTo("嵌入");
    }

    private static ChangeTexts texts(Locale language, String action) {
        return new ChangeTexts(key -> TEXTS.getTranslation(key, language), ZoneId.of("Asia/Shanghai"), action);
    }
}
