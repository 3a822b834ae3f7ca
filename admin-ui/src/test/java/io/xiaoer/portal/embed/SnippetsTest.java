package io.xiaoer.portal.embed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SnippetsTest {

    @Test
    void tellsTheWidgetWhereItIs() {
        assertThat(Snippets.widget("https://x.example", "w_1", PageKind.PRODUCT, "sku"))
                .isEqualTo("""
                        <script async crossorigin="anonymous" src="https://x.example/sdk/xiaoer-widget.js"
                                data-widget-key="w_1"
                                data-page-kind="product"
                                data-sku="sku"></script>""");
        assertThat(Snippets.widget("https://x.example", "w_1", PageKind.CART, "sku"))
                .endsWith("data-page-kind=\"cart\"></script>");
        assertThat(Snippets.opener("问 & 答")).contains("data-xiaoer-open>问 &amp; 答<");
    }

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
