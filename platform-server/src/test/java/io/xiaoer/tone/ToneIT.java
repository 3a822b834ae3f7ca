package io.xiaoer.tone;

import static org.assertj.core.api.Assertions.assertThat;

import io.xiaoer.testing.Api;
import io.xiaoer.testing.Api.Answer;
import io.xiaoer.testing.Api.TestShop;
import io.xiaoer.testing.IntegrationTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The voice of a bot over HTTP. */
class ToneIT extends IntegrationTest {

    private static final String FORMAL = """
            {"selfName": "客服小花", "address": ["您好"], "particles": [], "emoji": "none", "banned": ["最好"],
             "greeting": "您好，我是客服小花。", "signOff": "感谢惠顾。"%s}
            """;

    @Test
    void givesThePacksVoiceAndTakesAnother() {
        TestShop shop = api().signUp();
        Answer before = shop.api().get(tone(shop));
        assertThat(before.status()).isEqualTo(200);
        assertThat(before.json().get("emoji").asString()).isEqualTo("few");
        assertThat(before.json().at("/address/0").asString()).isEqualTo("亲");
        assertThat(before.json().get("version").asInt()).isEqualTo(1);

        Answer put = shop.api().put(tone(shop), FORMAL.formatted(", \"version\": 1"));

        assertThat(put.status()).isEqualTo(200);
        assertThat(put.json().get("version").asInt()).isEqualTo(2);
        assertThat(shop.api().get(tone(shop)).json()).isEqualTo(put.json());
        assertThat(ask(shop, "draft")).startsWith("您好，");
        assertThat(ask(shop, "1")).doesNotStartWith("您好，");
    }

    @Test
    void refusesAChangeMadeOnAnOldVersion() {
        TestShop shop = api().signUp();
        assertThat(shop.api()
                        .put(tone(shop), FORMAL.formatted(", \"version\": 1"))
                        .status())
                .isEqualTo(200);
        Answer stale = shop.api().put(tone(shop), FORMAL.formatted(", \"version\": 1"));
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.json().get("code").asString()).isEqualTo("version-conflict");
        assertThat(shop.api().put(tone(shop), FORMAL.formatted("")).status()).isEqualTo(200);
    }

    @Test
    void namesWhatIsWrong() {
        TestShop shop = api().signUp();
        String long21 = "名".repeat(21);
        Map.of(
                        "{\"greeting\": \"您好\"}",
                        "selfName",
                        "{\"selfName\": \"小二\"}",
                        "greeting",
                        "{\"selfName\": \"" + long21 + "\", \"greeting\": \"您好\"}",
                        "selfName",
                        "{\"selfName\": \"小二\", \"greeting\": \"您好\", \"address\": [\" \"]}",
                        "address[0]",
                        "{\"selfName\": \"小二\", \"greeting\": \"您\\u0007好\"}",
                        "greeting",
                        "{\"selfName\": \"小二\", \"greeting\": \"您好\", \"particles\": [\"哦哦哦哦哦\"]}",
                        "particles[0]",
                        "{\"selfName\": \"小二\", \"greeting\": \"您好\", \"address\": [\"亲\", \"最好的亲\"],"
                                + " \"banned\": [\"最好\"]}",
                        "address[1]",
                        "{\"selfName\": \"小二\", \"greeting\": \"全网最好的店欢迎您\", \"banned\": [\"最好\"]}",
                        "greeting")
                .forEach((body, field) -> {
                    Answer answer = shop.api().put(tone(shop), body);
                    assertThat(answer.status()).as(body).isEqualTo(400);
                    assertThat(answer.json().at("/errors/0/field").asString())
                            .as(body)
                            .isEqualTo(field);
                });
        assertThat(shop.api()
                        .put(tone(shop), "{\"selfName\": \"小二\", \"greeting\": \"您好\", \"emoji\": \"some\"}")
                        .status())
                .isEqualTo(400);
        assertThat(shop.api().get(tone(shop)).json().get("version").asInt()).isEqualTo(1);
    }

    private static String ask(TestShop shop, String release) {
        Api api = shop.api();
        return api.post(
                        "/api/v1/bots/" + shop.botId() + "/ask",
                        "{\"text\": \"怎么还没发货呀\", \"release\": \"" + release + "\"}")
                .json()
                .at("/replies/0/text")
                .asString();
    }

    private static String tone(TestShop shop) {
        return "/api/v1/bots/" + shop.botId() + "/tone";
    }
}
