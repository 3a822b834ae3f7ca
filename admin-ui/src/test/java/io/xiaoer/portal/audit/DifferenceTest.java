package io.xiaoer.portal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.xiaoer.portal.audit.Difference.Change;
import org.junit.jupiter.api.Test;

class DifferenceTest {

    @Test
    void namesOnlyWhatDiffers() {
        assertThat(Difference.between("""
                        {"name": "甲", "theme": {"color": "#111111", "title": "同"}, "origins": ["a", "b"]}""", """
                        {"name": "乙", "theme": {"color": "#222222", "title": "同"}, "origins": ["a"]}"""))
                .containsExactly(
                        new Change("name", "甲", "乙"),
                        new Change("origins", "a | b", "a"),
                        new Change("theme.color", "#111111", "#222222"));
    }

    @Test
    void showsWhatCameAndWhatWent() {
        assertThat(Difference.between(null, "{\"note\": \"x\"}")).containsExactly(new Change("note", null, "x"));
        assertThat(Difference.between("[\"s1\"]", "[]")).containsExactly(new Change("", "s1", null));
    }

    @Test
    void findsNothingInEquals() {
        assertThat(Difference.between("{\"a\": 1, \"b\": null}", "{\"a\": 1}")).isEmpty();
    }
}
