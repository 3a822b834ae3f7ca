package io.xiaoer.releases;

import static org.assertj.core.api.Assertions.assertThat;

import io.xiaoer.releases.ReleaseDiff.FieldChange;
import io.xiaoer.tone.TonePreset;
import io.xiaoer.tone.ToneProfile;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReleaseDiffTest {

    private static final ReleasedEntry SHIP = new ReleasedEntry(
            "ship", "什么时候发货", List.of("几天发货", "多久发"), List.of("发货"), "48 小时内。", List.of(), null, null);
    private static final ReleasedEntry INVOICE =
            new ReleasedEntry("invoice", "能开发票吗", List.of(), List.of(), "能。", List.of(), null, null);

    private static ReleaseContent content(ToneProfile tone, ReleasedEntry... entries) {
        return new ReleaseContent("小店", "zh-CN", List.of(entries), List.of(List.of("快递", "物流")), List.of("精华"), tone);
    }

    private static ReleaseContent content(ReleasedEntry... entries) {
        return content(ToneProfile.plain(), entries);
    }

    @Test
    void findsNothingBetweenEqualWords() {
        ReleaseDiff diff = ReleaseDiff.between(content(SHIP, INVOICE), content(SHIP, INVOICE));
        assertThat(diff.isEmpty()).isTrue();
    }

    @Test
    void takesNoNoteOfAnotherOrder() {
        ReleasedEntry shuffled = new ReleasedEntry(
                "ship", "什么时候发货", List.of("多久发", "几天发货"), List.of("发货"), "48 小时内。", List.of(), null, null);
        assertThat(ReleaseDiff.between(content(SHIP, INVOICE), content(INVOICE, shuffled))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void tellsNewGoneAndChangedEntriesApart() {
        Instant from = Instant.parse("2026-06-01T00:00:00Z");
        ReleasedEntry changed =
                new ReleasedEntry("ship", "什么时候发货", List.of("几天发货"), List.of("发货"), "24 小时内。", List.of(), from, null);
        ReleasedEntry gift = new ReleasedEntry("gift", "有赠品吗", List.of(), List.of(), "有。", List.of(), null, null);

        ReleaseDiff diff = ReleaseDiff.between(content(SHIP, INVOICE), content(changed, gift));

        assertThat(diff.added()).containsExactly(gift);
        assertThat(diff.removed()).containsExactly(INVOICE);
        assertThat(diff.changed()).hasSize(1);
        assertThat(diff.changed().getFirst().key()).isEqualTo("ship");
        assertThat(diff.changed().getFirst().fields())
                .containsExactly(
                        new FieldChange("similar", List.of("几天发货", "多久发"), List.of("几天发货")),
                        new FieldChange("answer", "48 小时内。", "24 小时内。"),
                        new FieldChange("validFrom", null, from));
        assertThat(diff.size()).isEqualTo(3);
    }

    @Test
    void isTheOtherWayRoundTheOtherWayRound() {
        ReleaseDiff there = ReleaseDiff.between(content(SHIP), content(INVOICE));
        ReleaseDiff back = ReleaseDiff.between(content(INVOICE), content(SHIP));
        assertThat(there.added()).isEqualTo(back.removed());
        assertThat(there.removed()).isEqualTo(back.added());
    }

    @Test
    void comparesToneSynonymsAndWords() {
        ReleaseContent before = content(SHIP);
        ReleaseContent after = new ReleaseContent(
                "大店",
                "zh-CN",
                List.of(SHIP),
                List.of(List.of("快递", "物流", "运输")),
                List.of("精华", "水乳"),
                TonePreset.NIN.applyTo(ToneProfile.plain()));

        ReleaseDiff diff = ReleaseDiff.between(before, after);

        assertThat(diff.synonyms().added()).containsExactly(List.of("快递", "物流", "运输"));
        assertThat(diff.synonyms().removed()).containsExactly(List.of("快递", "物流"));
        assertThat(diff.words().added()).containsExactly("水乳");
        assertThat(diff.words().removed()).isEmpty();
        assertThat(diff.tone()).containsExactly(new FieldChange("address", List.of(), List.of("您好")));
        assertThat(diff.shop()).containsExactly(new FieldChange("shopName", "小店", "大店"));
    }

    @Test
    void mindsWhichSynonymIsTheCanonicalOneButNotTheOrderOfTheOthers() {
        ReleaseContent before = new ReleaseContent(
                "s", "en", List.of(), List.of(List.of("a", "b", "c")), List.of(), ToneProfile.plain());
        ReleaseContent reordered = new ReleaseContent(
                "s", "en", List.of(), List.of(List.of("a", "c", "b")), List.of(), ToneProfile.plain());
        ReleaseContent otherFirst = new ReleaseContent(
                "s", "en", List.of(), List.of(List.of("b", "a", "c")), List.of(), ToneProfile.plain());
        assertThat(ReleaseDiff.between(before, reordered).isEmpty()).isTrue();
        assertThat(ReleaseDiff.between(before, otherFirst).isEmpty()).isFalse();
    }
}
