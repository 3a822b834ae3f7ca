package io.xiaoer.insights.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.xiaoer.bots.BotId;
import io.xiaoer.insights.Cause;
import io.xiaoer.insights.Digest;
import io.xiaoer.insights.Digest.Advice;
import io.xiaoer.insights.Digest.BotDay;
import io.xiaoer.insights.Digest.Figures;
import io.xiaoer.insights.Digest.ToFix;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenants.LetterWords;
import io.xiaoer.tenants.OwnerLetters.Written;
import io.xiaoer.tenants.Shop;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DigestLettersTest {

    private static final Figures DAY = new Figures(100, 82, 150, 12, 3, 9, 8, 2, 60);
    private static final Figures BEFORE = new Figures(80, 60, 120, 12, 0, 8, 4, 4, 40);
    private static final Figures NOTHING = new Figures(0, 0, 0, 0, 0, 0, 0, 0, 0);

    private static final Digest DIGEST = new Digest(
            LocalDate.of(2026, 11, 25),
            true,
            OffsetDateTime.parse("2026-11-26T09:00+08:00"),
            List.of(bot("小鲜", DAY, BEFORE, NOTHING)));

    private static BotDay bot(String name, Figures day, Figures before, Figures weekBefore) {
        return new BotDay(
                new BotId(UUID.fromString("00000000-0000-7000-8000-0000000000b1")),
                name,
                day,
                before,
                weekBefore,
                List.of(new ToFix("券叠加", Cause.NOT_UNDERSTOOD, 5, 4)),
                List.of(OffsetDateTime.parse("2026-11-25T15:30+08:00")),
                DigestWriter.advice(day, 1, 2));
    }

    @Test
    void tellsTheDayBesideThoseBefore() {
        Written letter = DigestLetters.write(words("zh-CN"), DIGEST);

        assertThat(letter.subject()).isEqualTo("小二日报 11月25日：150 个提问，解决率 82%");
        assertThat(letter.text())
                .contains("这是「果园」11月25日 的情况")
                .contains("提问：150（120，0）")
                .contains("解决率：82%（75%，–）")
                .contains("秒回：40%（33%，–）")
                .contains("1. 券叠加（没听懂，5 次，4 位顾客）")
                .contains("2026-11-25 15:30 效果变差")
                .contains("把没听懂的问题补上（12 次提问）")
                .contains("发布新版本，让标好的 2 个问题变成秒回")
                .contains("https://xiaoer.example/reports")
                .doesNotContain("【");
    }

    @Test
    void namesTheBotsWhereThereAreSeveral() {
        Digest two = new Digest(
                DIGEST.day(),
                true,
                DIGEST.madeAt(),
                List.of(bot("小鲜", DAY, BEFORE, NOTHING), bot("小美", BEFORE, DAY, DAY)));

        Written letter = DigestLetters.write(words("en"), two);

        assertThat(letter.subject()).isEqualTo("Your bot on Nov 25: 270 questions, 79% resolved");
        assertThat(letter.text()).contains("[小鲜]", "[小美]", "Questions to fix first:");
    }

    @Test
    void advisesWhatThereIsToDoMostUrgentFirst() {
        assertThat(DigestWriter.advice(DAY, 1, 2)).extracting(Advice::kind).containsExactly(Advice.Kind.values());
        assertThat(DigestWriter.advice(NOTHING, 0, 0)).isEmpty();
        assertThat(DigestWriter.advice(BEFORE, 0, 0))
                .containsExactly(new Advice(Advice.Kind.ANSWER, 12), new Advice(Advice.Kind.RECONSIDER, 4));
    }

    @Test
    void saysTheSameThingsInBothLanguages() {
        ResourceBundle chinese = LetterWords.texts(DigestLetters.TEXTS, Locale.forLanguageTag("zh-CN"));
        ResourceBundle english = LetterWords.texts(DigestLetters.TEXTS, Locale.ENGLISH);
        assertThat(english.keySet()).containsExactlyInAnyOrderElementsOf(chinese.keySet());
        for (String key : english.keySet()) {
            assertThat(new MessageFormat(english.getString(key)).getFormatsByArgumentIndex())
                    .as(key)
                    .hasSameSizeAs(new MessageFormat(chinese.getString(key)).getFormatsByArgumentIndex());
        }
        for (Advice.Kind kind : Advice.Kind.values()) {
            assertThat(chinese.containsKey("digest.next." + kind.key())).isTrue();
        }
    }

    private static LetterWords words(String locale) {
        return new LetterWords(
                new Shop(
                        new TenantId(UUID.fromString("00000000-0000-7000-8000-000000000001")),
                        "果园",
                        locale,
                        "CNY",
                        ZoneId.of("Asia/Shanghai"),
                        "fresh-food",
                        1),
                DigestLetters.TEXTS,
                "https://xiaoer.example");
    }
}
