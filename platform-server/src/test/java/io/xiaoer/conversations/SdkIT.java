package io.xiaoer.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import io.xiaoer.testing.Api.Answer;
import io.xiaoer.testing.IntegrationTest;
import org.junit.jupiter.api.Test;

/** The widget's files, as pages of any shop load them. */
class SdkIT extends IntegrationTest {

    @Test
    void servesScriptsToPagesOfAnyOrigin() {
        Answer answer = api().with("Origin", "https://anywhere.example").get("/sdk/test-only.js");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).contains("xiaoerTest");
        assertThat(header(answer, "Content-Type")).isEqualTo("text/javascript;charset=UTF-8");
        assertThat(header(answer, "Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(header(answer, "Cross-Origin-Resource-Policy")).isEqualTo("cross-origin");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(api().get("/sdk/test-only.js.map"), "Content-Type")).isEqualTo("application/json");
        assertThat(header(api().get("/sdk/test-only.d.ts"), "Content-Type")).startsWith("text/plain");
    }

    @Test
    void isAskedAgainSoonUnlessTheAddressNamesTheContent() {
        Answer plain = api().get("/sdk/test-only.js");
        assertThat(header(plain, "Cache-Control")).contains("max-age=600").doesNotContain("immutable");
        String tag = header(plain, "ETag");
        assertThat(api().with("If-None-Match", tag).get("/sdk/test-only.js").status())
                .isEqualTo(304);

        String hash = tag.substring(3, tag.length() - 1);
        assertThat(header(api().get("/sdk/test-only.js?v=" + hash), "Cache-Control"))
                .contains("max-age=31536000", "immutable");
        assertThat(header(api().get("/sdk/test-only.js?v=another"), "Cache-Control"))
                .doesNotContain("immutable");
    }

    @Test
    void servesNothingElse() {
        for (String path : new String[] {
            "/sdk/", "/sdk/nothing.js", "/sdk/..%2fapplication.yaml", "/sdk/application.yaml", "/sdk/a/b.js"
        }) {
            assertThat(api().get(path).status()).as(path).isIn(400, 404);
        }
    }

    private static String header(Answer answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
