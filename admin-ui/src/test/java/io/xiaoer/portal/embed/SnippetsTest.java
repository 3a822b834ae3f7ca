package io.xiaoer.portal.embed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SnippetsTest {

    @Test
    void escapesWhatAnOwnerWrote() {
        assertThat(Snippets.frame("https://x.example/chat/w_1", "\"><script>alert(1)</script>"))
                .contains("title=\"&quot;&gt;&lt;script&gt;")
                .doesNotContain("<script>");
        assertThat(Snippets.link("https://x.example/chat/w_1?a=1&b=2", "问问小二"))
                .isEqualTo(
                        "<a href=\"https://x.example/chat/w_1?a=1&amp;b=2\" target=\"_blank\" rel=\"noopener\">问问小二</a>");
    }
}
