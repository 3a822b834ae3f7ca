package io.xiaoer.portal.entry;

import static org.assertj.core.api.Assertions.assertThat;

import io.xiaoer.knowledge.EntryDraft;
import io.xiaoer.portal.entry.Words.Field;
import io.xiaoer.portal.words.Versus.Choice;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WordsTest {

    private static final EntryDraft BASE = draft("什么时候发货", List.of("几天发货", "多久发"), "48 小时内。", 1);

    private static EntryDraft draft(String question, List<String> similar, String answer, int version) {
        return new EntryDraft("ship", question, similar, List.of(), answer, List.of(), null, null, true, version);
    }

    @Test
    void takesTheSameInstantForTheSameValidityWhateverItsOffset() {
        EntryDraft here = new EntryDraft(
                "k", "q", null, null, "a", null, OffsetDateTime.parse("2026-06-01T08:00:00+08:00"), null, true, 1);
        EntryDraft there = new EntryDraft(
                "k",
                "q",
                List.of(),
                List.of(),
                "a",
                List.of(),
                OffsetDateTime.parse("2026-06-01T00:00:00Z"),
                null,
                true,
                2);
        assertThat(Words.same(here, there)).isTrue();
    }

    @Test
    void suggestsWhatOnlyOneOfBothChanged() {
        EntryDraft mine = draft("什么时候发货", List.of("几天发货", "多久发"), "24 小时内。", 1);
        EntryDraft theirs = draft("几时发货", List.of("几天发货", "多久发"), "48 小时内。", 2);
        assertThat(Words.differing(mine, theirs)).containsExactly(Field.QUESTION, Field.ANSWER);
        assertThat(Words.suggested(Field.QUESTION, BASE, mine, theirs)).isEqualTo(Choice.THEIRS);
        assertThat(Words.suggested(Field.ANSWER, BASE, mine, theirs)).isEqualTo(Choice.MINE);
    }

    @Test
    void mergesListsThatBothChanged() {
        EntryDraft mine = draft("什么时候发货", List.of("几天发货", "我加的"), "48 小时内。", 1);
        EntryDraft theirs = draft("什么时候发货", List.of("几天发货", "多久发", "对方加的"), "48 小时内。", 2);
        assertThat(Words.suggested(Field.SIMILAR, BASE, mine, theirs)).isEqualTo(Choice.BOTH);
        assertThat(Words.merged(BASE, mine, theirs, Map.of(Field.SIMILAR, Choice.BOTH))
                        .similar())
                .containsExactly("几天发货", "对方加的", "我加的");
    }

    @Test
    void goesOnFromTheirVersionAndKeepsMineWhereNothingWasChosen() {
        EntryDraft mine = draft("我的问题", List.of(), "我的回答", 1);
        EntryDraft theirs = draft("对方的问题", List.of("一条"), "对方的回答", 7);
        EntryDraft merged = Words.merged(BASE, mine, theirs, Map.of(Field.QUESTION, Choice.THEIRS));
        assertThat(merged).isEqualTo(draft("对方的问题", List.of(), "我的回答", 7));
    }
}
