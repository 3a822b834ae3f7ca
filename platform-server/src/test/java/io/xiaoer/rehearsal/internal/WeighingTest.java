package io.xiaoer.rehearsal.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.xiaoer.conversations.ConversationId;
import io.xiaoer.conversations.PastQuestions.Typed;
import io.xiaoer.knowledge.EntryDraft;
import io.xiaoer.rehearsal.Difference;
import io.xiaoer.rehearsal.Difference.Group;
import io.xiaoer.rehearsal.Effect;
import io.xiaoer.rehearsal.Effect.Traffic;
import io.xiaoer.releases.ReleaseContent;
import io.xiaoer.releases.ReleasedEntry;
import io.xiaoer.tone.ToneProfile;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the same questions come to in two versions of a bot, added up. */
class WeighingTest {

    private static final OffsetDateTime AT = OffsetDateTime.of(2026, 11, 26, 8, 0, 0, 0, ZoneOffset.UTC);
    private static final ReleaseContent CONTENT = new ReleaseContent(
            "小店",
            "zh-CN",
            List.of(entry("coupon", "怎么用券"), entry("freight", "运费多少")),
            List.of(),
            List.of(),
            ToneProfile.plain());

    private static ReleasedEntry entry(String key, String question) {
        return new ReleasedEntry(key, question, List.of(), List.of(), "好的。", List.of(), null, null);
    }

    private static Typed typed(String text, int minutesAgo) {
        return new Typed(new ConversationId(new UUID(0, minutesAgo)), 1, AT.minusMinutes(minutesAgo), text);
    }

    private static Told told(@Nullable String entry) {
        return entry == null
                ? new Told("unknown", List.of(), null, "", false)
                : new Told("answer", List.of(entry), "Q", "好的。", false);
    }

    @Test
    void putsTheSameTextTogetherHoweverItIsPointed() {
        List<Frequent> frequent = Frequent.of(
                List.of(
                        typed("包邮吗", 1),
                        typed("券叠加？", 2),
                        typed("券 叠加", 3),
                        typed("？！", 4),
                        typed("ＡＢ", 5),
                        typed("ab", 6)),
                10);
        assertThat(frequent).extracting(one -> one.last().text()).containsExactly("券叠加？", "ＡＢ", "包邮吗");
        assertThat(frequent).extracting(Frequent::times).containsExactly(2, 2, 1);
        assertThat(Frequent.of(List.of(typed("一", 1), typed("二", 2)), 1)).hasSize(1);
    }

    @Test
    void countsQuestionsAsTheyWereAskedAndNamesWhoLosesSome() {
        Weighing weighing = new Weighing(CONTENT, CONTENT);
        weighing.add(new Frequent(typed("券叠加，电话13812341234", 1), 10), told(null), told("coupon"));
        weighing.add(new Frequent(typed("运费呢", 2), 3), told("freight"), told("coupon"));
        weighing.add(new Frequent(typed("运费多少", 3), 2), told("freight"), told("freight"));
        weighing.add(new Frequent(typed("用券", 4), 1), told("coupon"), told(null));
        Effect effect = weighing.effect(30, List.of(), List.of());
        assertThat(effect.asked()).isEqualTo(16);
        assertThat(effect.newlyAnswered()).isEqualTo(10);
        assertThat(effect.changed()).isEqualTo(3);
        assertThat(effect.lost()).isEqualTo(1);
        assertThat(effect.samples())
                .extracting(Difference::group)
                .containsExactlyInAnyOrder(Group.NEWLY_ANSWERED, Group.CHANGED, Group.LOST);
        assertThat(effect.samples())
                .filteredOn(sample -> sample.group() == Group.NEWLY_ANSWERED)
                .allSatisfy(sample -> {
                    assertThat(sample.asked()).contains("[手机号]");
                    assertThat(sample.times()).isEqualTo(10);
                });
        assertThat(effect.losing()).containsExactly(new Traffic("freight", "运费多少", 5, 2));
        assertThat(effect.isNothing()).isFalse();
    }

    @Test
    void putsChangedEntriesInTheirPlacesTakesOutWhatIsOffAndAddsNewOnes() {
        EntryDraft changed = draft("coupon", "优惠券怎么用", true);
        EntryDraft off = draft("freight", "运费多少", false);
        EntryDraft fresh = draft(null, "能开发票吗", true);
        ReleaseContent content = Changed.with(CONTENT, List.of(changed, off, fresh, fresh));
        assertThat(content.entries()).extracting(ReleasedEntry::key).containsExactly("coupon", "new-1", "new-2");
        assertThat(content.entries().getFirst().question()).isEqualTo("优惠券怎么用");
        assertThat(Changed.with(CONTENT, List.of())).isEqualTo(CONTENT);
    }

    private static EntryDraft draft(@Nullable String key, String question, boolean enabled) {
        return new EntryDraft(key, question, List.of(), List.of("券"), "好的。", null, null, null, enabled, null);
    }
}
