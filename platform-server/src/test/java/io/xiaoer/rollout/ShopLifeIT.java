package io.xiaoer.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.xiaoer.testing.Api;
import io.xiaoer.testing.Api.Answer;
import io.xiaoer.testing.Api.TestShop;
import io.xiaoer.testing.IntegrationTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * The life of a shop's bot, with simulated shoppers over the HTTP API: published, tried by staff, tried on a cohort, not good enough,
 * mended, let out for everyone; then a bad release as a candidate, which goes back by itself.
 */
@Tag("long")
class ShopLifeIT extends IntegrationTest {

    private static final int COHORT = 100;
    private static final int MOST_BEFORE_HALT = 60;
    private static final String QUESTION = "你们店里养猫吗";

    @Test
    void goesFromStaffToEveryoneAndBackFromABadRelease() throws Exception {
        Life life = new Life(api().signUp());

        // staff only
        assertThat(life.mode("customer-0")).isEqualTo("fallback");
        life.put("{\"staff\": [\"colleague\"]}");
        assertThat(life.mode("colleague")).isEqualTo("bot");

        // a pilot in which nobody is understood
        life.put("{\"stage\": \"pilot\", \"reason\": \"colleagues like it\","
                + " \"pilot\": {\"size\": 120, \"sampleRate\": 1}}");
        life.together(shopper -> assertThat(life.ask("s" + shopper)).isEqualTo("unknown"));
        Answer refused = life.shop().api().put(life.rollout(), "{\"stage\": \"full\"}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("gates/unknown", "gates/resolved");
        assertThat(life.gate("unknown").get("met").asBoolean(true)).isFalse();
        assertThat(life.gate("enrolled").get("met").asBoolean()).isTrue();

        // mended, and its members come again
        life.teach();
        int good = life.publish(true);
        life.together(shopper -> assertThat(life.ask("s" + shopper)).isEqualTo("answer"));
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(life.get().get("gates"))
                        .allSatisfy(gate -> assertThat(gate.get("met").asBoolean(false))
                                .as(gate.toString())
                                .isTrue()));
        life.put("{\"stage\": \"full\"}");
        assertThat(life.ask("customer-0")).isEqualTo("answer");

        // a bad release is tried on others, and goes back by itself
        life.forget();
        int bad = life.publish(false);
        life.put("{\"candidate\": " + bad + "}");
        int asked = 0;
        while (life.ask("victim-" + asked).equals("unknown")) {
            assertThat(life.ask("s" + asked % COHORT)).isEqualTo("answer");
            assertThat(++asked).as("conversations before the halt").isLessThan(MOST_BEFORE_HALT);
        }
        assertThat(asked).isPositive();
        JsonNode back = life.get();
        assertThat(back.get("candidate").isNull()).isTrue();
        assertThat(back.get("stage").asString()).isEqualTo("full");
        assertThat(back.get("liveRelease").asInt()).isEqualTo(good);
        assertThat(life.ask("victim-0")).isEqualTo("answer");
        JsonNode halted =
                life.shop().api().get(life.rollout() + "/history").json().get(0);
        assertThat(halted.get("kind").asString()).isEqualToIgnoringCase("halted");
        assertThat(halted.at("/alarm/release").asInt()).isEqualTo(bad);
    }

    /** One shop and its shoppers. */
    private record Life(TestShop shop) {

        private static final String ENTRY = "{\"question\": \"" + QUESTION + "\", \"answer\": \"有一只，叫小二。\"}";

        String bot() {
            return "/api/v1/bots/" + shop.botId();
        }

        String rollout() {
            return bot() + "/rollout";
        }

        JsonNode get() {
            return shop.api().get(rollout()).json();
        }

        void put(String body) {
            Answer answer = shop.api().put(rollout(), body);
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        }

        void teach() {
            assertThat(shop.api().put(bot() + "/entries/cat", ENTRY).status()).isLessThan(300);
        }

        void forget() {
            assertThat(shop.api().send("DELETE", bot() + "/entries/cat", null).status())
                    .isLessThan(300);
        }

        int publish(boolean live) {
            Answer answer = shop.api().post(bot() + "/releases", "{\"note\": \"cat\", \"live\": " + live + "}");
            assertThat(answer.status()).as(answer.text()).isEqualTo(201);
            return answer.json().get("number").asInt();
        }

        JsonNode gate(String name) {
            return StreamSupport.stream(get().get("gates").spliterator(), false)
                    .filter(gate -> gate.get("name").asString().equals(name))
                    .findFirst()
                    .orElseThrow();
        }

        String mode(String shopper) {
            return open(shopper).get("mode").asString();
        }

        private JsonNode open(String shopper) {
            Answer opened = shop.api().post(bot() + "/conversations", "{\"shopper\": {\"id\": \"" + shopper + "\"}}");
            assertThat(opened.status()).as(opened.text()).isEqualTo(201);
            return opened.json();
        }

        /** The kind of the reply; a good one is thanked for. */
        String ask(String shopper) {
            Api api = shop.api();
            String conversation = open(shopper).get("conversationId").asString();
            JsonNode reply = api.say(conversation, QUESTION).at("/replies/0");
            String kind = reply.get("kind").asString();
            if (kind.equals("answer")) {
                Answer thanks = api.post(
                        "/api/v1/conversations/" + conversation + "/messages/"
                                + reply.get("id").asString() + "/feedback",
                        "{\"helpful\": true}");
                assertThat(thanks.status()).as(thanks.text()).isLessThan(300);
            }
            return kind;
        }

        void together(Consumer<Integer> visit) throws Exception {
            List<Future<?>> visits = new ArrayList<>();
            try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
                for (int i = 0; i < COHORT; i++) {
                    int shopper = i;
                    visits.add(threads.submit(() -> visit.accept(shopper)));
                }
            }
            for (Future<?> one : visits) {
                one.get();
            }
        }
    }
}
