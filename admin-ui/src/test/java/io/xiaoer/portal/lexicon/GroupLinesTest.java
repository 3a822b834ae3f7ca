package io.xiaoer.portal.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import io.xiaoer.portal.lexicon.GroupLines.Mistake;
import java.util.List;
import org.junit.jupiter.api.Test;

class GroupLinesTest {

    @Test
    void readsAGroupALine() {
        assertThat(GroupLines.parse("包邮，免邮, 免运费\n\n券、优惠券\n"))
                .containsExactly(List.of("包邮", "免邮", "免运费"), List.of("券", "优惠券"));
    }

    @Test
    void writesWhatItReads() {
        List<List<String>> groups = List.of(List.of("甲", "乙"), List.of("丙", "丁", "戊"));
        assertThat(GroupLines.parse(GroupLines.of(groups))).isEqualTo(groups);
    }

    @Test
    void namesTheLineOfAWordAlone() {
        assertThat(GroupLines.mistakeIn("甲，乙\n丙")).isEqualTo(new Mistake.Alone(2, "丙"));
    }

    @Test
    void namesBothLinesOfAWordInTwoGroups() {
        assertThat(GroupLines.mistakeIn("甲，乙\n\n丙，甲")).isEqualTo(new Mistake.Twice(3, 1, "甲"));
    }

    @Test
    void findsNoMistakeInGroupsOrNothing() {
        assertThat(GroupLines.mistakeIn("")).isNull();
        assertThat(GroupLines.mistakeIn("甲，乙\n丙，丁")).isNull();
    }
}
