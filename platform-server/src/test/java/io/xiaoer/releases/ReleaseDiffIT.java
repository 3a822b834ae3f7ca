package io.xiaoer.releases;

import static org.assertj.core.api.Assertions.assertThat;

import io.xiaoer.testing.Api;
import io.xiaoer.testing.Api.Answer;
import io.xiaoer.testing.Api.TestShop;
import io.xiaoer.testing.IntegrationTest;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What differs between releases, over HTTP. */
class ReleaseDiffIT extends IntegrationTest {

    @Test
    void saysWhatTheDraftWouldChangeAndWhatAReleaseChanged() {
        TestShop shop = api().signUp();
        Api api = shop.api();
        String bot = "/api/v1/bots/" + shop.botId();
        assertThat(api.get(bot + "/releases/1/diff/draft").json().get("changed").size())
                .isZero();

        api.put(bot + "/entries/order-urge", "{\"question\": \"怎么还没发货\", \"answer\": \"正在备货。\"}");
        api.post(bot + "/entries", "{\"key\": \"cat\", \"question\": \"有猫吗\", \"answer\": \"有。\"}");
        api.send("DELETE", bot + "/entries/allergy-return", null);
        JsonNode draft = api.get(bot + "/releases/1/diff/draft").json();

        assertThat(draft.at("/added/0/key").asString()).isEqualTo("cat");
        assertThat(draft.at("/removed/0/key").asString()).isEqualTo("allergy-return");
        assertThat(draft.at("/changed/0/key").asString()).isEqualTo("order-urge");
        assertThat(draft.at("/changed/0/fields").toString()).contains("正在备货。").contains("answer");
        assertThat(draft.get("tone").size()).isZero();

        assertThat(api.post(bot + "/releases", "{\"note\": \"a cat\"}").status())
                .isEqualTo(201);
        assertThat(api.get(bot + "/releases/1/diff/2").json()).isEqualTo(draft);
        assertThat(api.get(bot + "/releases/2/diff/1")
                        .json()
                        .at("/removed/0/key")
                        .asString())
                .isEqualTo("cat");
    }

    @Test
    void knowsNoOtherReleases() {
        TestShop shop = api().signUp();
        String releases = "/api/v1/bots/" + shop.botId() + "/releases/";
        for (String wrong :
                new String[] {"1/diff/2", "0/diff/1", "x/diff/draft", "-1/diff/draft", "1/diff/99999999999"}) {
            Answer answer = shop.api().get(releases + wrong);
            assertThat(answer.status()).as(wrong).isEqualTo(404);
            assertThat(answer.json().get("code").asString()).isEqualTo("not-found");
        }
    }

    @Test
    void namesTheEntryThatKeepsTheDraftFromBeingPublished() {
        TestShop shop = api().signUp();
        Api api = shop.api();
        String bot = "/api/v1/bots/" + shop.botId();
        api.post(bot + "/entries", "{\"key\": \"boast\", \"question\": \"你们好吗\", \"answer\": \"全网最低价。\"}");

        Answer blocked = api.post(bot + "/releases", "{\"note\": \"n\"}");

        assertThat(blocked.status()).isEqualTo(409);
        assertThat(blocked.json().at("/errors/0/field").asString()).isEqualTo("entries/boast");
        assertThat(blocked.json().at("/errors/0/message").asString()).contains("最低价");
    }
}
