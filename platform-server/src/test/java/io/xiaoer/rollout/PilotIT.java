package io.xiaoer.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.xiaoer.testing.Api;
import io.xiaoer.testing.Api.Answer;
import io.xiaoer.testing.Api.TestShop;
import io.xiaoer.testing.IntegrationTest;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Who meets a bot in its pilot, and which release, as shoppers and shops see it. */
class PilotIT extends IntegrationTest {

    private TestShop shop;
    private String rollout;

    @BeforeEach
    void makeAShop() {
        shop = api().signUp();
        rollout = "/api/v1/bots/" + shop.botId() + "/rollout";
    }

    @Test
    void takesNewShoppersOnlyAndKeepsEachOnTheirSide() {
        assertThat(mode("seen-before")).isEqualTo("fallback");
        ok("{\"stage\": \"pilot\", \"reason\": \"try it\", \"pilot\": {\"sampleRate\": 1, \"newWithinDays\": 7}}");

        assertThat(mode("new")).isEqualTo("bot");
        assertThat(mode("seen-before")).isEqualTo("fallback");
        assertThat(mode("registered-lately", OffsetDateTime.now().minusDays(6))).isEqualTo("bot");
        assertThat(mode("registered-long-ago", OffsetDateTime.now().minusDays(8)))
                .isEqualTo("fallback");
        assertThat(get().at("/pilot/enrolled").asInt()).isEqualTo(2);

        // whoever is in stays in, whatever the shop says of them later, and whoever is not stays out
        assertThat(mode("registered-lately", OffsetDateTime.now().minusYears(1)))
                .isEqualTo("bot");
        assertThat(mode("registered-long-ago", OffsetDateTime.now())).isEqualTo("fallback");
        assertThat(mode("seen-before", OffsetDateTime.now())).isEqualTo("fallback");
        ok("{\"pilot\": {\"newWithinDays\": 365}}");
        assertThat(mode("registered-long-ago")).isEqualTo("fallback");
        assertThat(members()).containsExactlyInAnyOrder("new", "registered-lately");
    }

    @Test
    void takesTheDayOfRegistrationFromTheShopsRecordsWhereNobodySaysIt() {
        shop.api()
                .put(
                        "/api/v1/shop/customers/old",
                        "{\"name\": \"老顾客\", \"registeredAt\": \"2020-01-01T00:00:00+08:00\","
                                + " \"updatedAt\": \"2026-01-01T00:00:00+08:00\"}");
        ok("{\"stage\": \"pilot\", \"reason\": \"try it\", \"pilot\": {\"sampleRate\": 1}}");
        assertThat(mode("old")).isEqualTo("fallback");
        assertThat(mode("unknown")).isEqualTo("bot");
    }

    @Test
    void drawsTheShareItIsToldTo() {
        ok("{\"stage\": \"pilot\", \"reason\": \"try it\", \"pilot\": {\"sampleRate\": 0.5}}");
        List<String> first = IntStream.range(0, 60).mapToObj(i -> mode("s" + i)).toList();
        List<String> again = IntStream.range(0, 60).mapToObj(i -> mode("s" + i)).toList();
        assertThat(first).isEqualTo(again);
        assertThat(first.stream().filter("bot"::equals)).hasSizeBetween(12, 48);
    }

    @Test
    void enrolsExactlyItsSizeWhenManyComeAtOnce() throws Exception {
        ok("{\"stage\": \"pilot\", \"reason\": \"try it\", \"pilot\": {\"size\": 100, \"sampleRate\": 1}}");
        List<Future<String>> modes = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(20)) {
            for (int i = 0; i < 240; i++) {
                // each twice, at the same time
                String shopper = "s" + i / 2;
                modes.add(threads.submit(() -> mode(shopper)));
            }
        }
        List<String> all = new ArrayList<>();
        for (Future<String> mode : modes) {
            all.add(mode.get());
        }
        for (int i = 0; i < 240; i += 2) {
            assertThat(all.get(i)).as("the two visits of " + i).isEqualTo(all.get(i + 1));
        }
        assertThat(all.stream().filter("bot"::equals)).hasSize(200);
        assertThat(get().at("/pilot/enrolled").asInt()).isEqualTo(100);
        assertThat(members()).hasSize(100);
        // more room lets more in, but nobody who was turned away
        ok("{\"pilot\": {\"size\": 101}}");
        String turnedAway = "s" + all.indexOf("fallback") / 2;
        assertThat(mode(turnedAway)).isEqualTo("fallback");
        assertThat(mode("late")).isEqualTo("bot");
        assertThat(mode("later")).isEqualTo("fallback");
    }

    @Test
    void asksForAReasonWhileItsGatesAreNotMet() {
        Answer bare = put("{\"stage\": \"pilot\"}");
        assertThat(bare.status()).isEqualTo(400);
        assertThat(bare.json().at("/errors/0/field").asString()).isEqualTo("reason");
        assertThat(get().get("stage").asString()).isEqualTo("internal");

        ok("{\"stage\": \"pilot\", \"reason\": \"we looked at it\"}");
        JsonNode gates = get().get("gates");
        JsonNode enrolled = named(gates, "enrolled");
        assertThat(enrolled.get("required").asInt()).isEqualTo(100);
        assertThat(enrolled.get("measured").asInt()).isZero();
        assertThat(enrolled.get("met").isNull()).isTrue();
        assertThat(enrolled.get("note").asString()).contains("还差 100 位");

        assertThat(put("{\"stage\": \"full\", \"reason\": \" \"}").status()).isEqualTo(400);
        ok("{\"stage\": \"full\", \"reason\": \"holiday\"}");
        ok("{\"stage\": \"internal\"}");
        JsonNode history = shop.api().get(rollout + "/history").json();
        assertThat(history.get(0).get("stage").asString()).isEqualTo("internal");
        assertThat(history.get(1).get("reason").asString()).isEqualTo("holiday");
        assertThat(history.get(1).get("by").asString()).isNotBlank();
        assertThat(named(history.get(1).get("numbers"), "enrolled")
                        .get("measured")
                        .asInt())
                .isZero();
        assertThat(history.get(2).get("reason").asString()).isEqualTo("we looked at it");
    }

    @Test
    void triesACandidateOnACohortWhileOthersStay() {
        ok("{\"stage\": \"full\", \"reason\": \"test\"}");
        assertThat(mode("old")).isEqualTo("bot");
        int candidate = publish("candidate");
        ok("{\"candidate\": " + candidate + ", \"pilot\": {\"sampleRate\": 1}}");
        assertThat(get().get("stage").asString()).isEqualTo("full");
        assertThat(get().at("/pilot/number").asInt()).isEqualTo(1);

        assertThat(speaks("new")).isEqualTo(candidate);
        assertThat(speaks("old")).isEqualTo(1);
        ok("{\"staff\": [\"me\"]}");
        assertThat(speaks("me")).isEqualTo(candidate);

        // withdrawn, its members stay with the bot
        ok("{\"candidate\": null}");
        assertThat(speaks("new")).isEqualTo(1);

        ok("{\"candidate\": " + candidate + "}");
        assertThat(get().at("/pilot/number").asInt()).isEqualTo(2);
        assertThat(speaks("newer")).isEqualTo(candidate);
        assertThat(shop.api().post(rollout + "/promote", "{}").status()).isEqualTo(400);
        Answer promoted = shop.api().post(rollout + "/promote", "{\"reason\": \"good enough\"}");
        assertThat(promoted.status()).as(promoted.text()).isEqualTo(200);
        assertThat(promoted.json().get("liveRelease").asInt()).isEqualTo(candidate);
        assertThat(promoted.json().get("candidate").isNull()).isTrue();
        assertThat(speaks("old")).isEqualTo(candidate);
    }

    @Test
    void keepsServingOthersWhenAFullBotIsPutBackToAPilotOfACandidate() {
        ok("{\"stage\": \"full\", \"reason\": \"test\"}");
        assertThat(speaks("old")).isEqualTo(1);
        int candidate = publish("candidate");
        ok("{\"stage\": \"pilot\", \"candidate\": " + candidate + ", \"pilot\": {\"sampleRate\": 1}}");
        assertThat(speaks("old")).isEqualTo(1);
        assertThat(speaks("new")).isEqualTo(candidate);
        ok("{\"stage\": \"full\", \"reason\": \"good\"}");
        assertThat(speaks("old")).isEqualTo(candidate);

        ok("{\"stage\": \"pilot\"}");
        assertThat(mode("old")).isEqualTo("fallback");
        assertThat(speaks("new")).isEqualTo(candidate);
    }

    @Test
    void staysAsItIsWhenTwoPeopleStepForwardAtOnce() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<Integer>> answers = IntStream.range(0, 8)
                    .mapToObj(i -> threads.submit(() -> put("{\"stage\": \"pilot\", \"reason\": \"n" + i + "\"}")
                            .status()))
                    .toList();
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isIn(200, 409);
            }
        }
        assertThat(get().get("stage").asString()).isEqualTo("pilot");
        assertThat(shop.api().get(rollout + "/history").json()).hasSize(2);
        Answer stale = put("{\"stage\": \"full\", \"reason\": \"late\", \"version\": 1}");
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.json().get("code").asString()).isEqualTo("version-conflict");
    }

    @Test
    void refusesWhatCannotBe() {
        String before = chosen();
        for (String body : List.of(
                "{\"stage\": \"everyone\"}",
                "{\"pilot\": {\"size\": 99}}",
                "{\"pilot\": {\"size\": 201}}",
                "{\"pilot\": {\"size\": \"many\"}}",
                "{\"pilot\": {\"sampleRate\": 0}}",
                "{\"pilot\": {\"sampleRate\": 1.1}}",
                "{\"pilot\": {\"newWithinDays\": -1}}",
                "{\"candidate\": 7}",
                "{\"candidate\": \"two\"}",
                "{\"candidate\": 1}",
                "{\"candidate\": -3}",
                "{\"targets\": {\"resolved\": 2}}",
                "{\"targets\": {\"conversations\": 0}}")) {
            Answer refused = put(body);
            assertThat(refused.status()).as(body + refused.text()).isEqualTo(400);
            assertThat(refused.json().get("errors")).as(body).isNotEmpty();
            assertThat(chosen()).as(body).isEqualTo(before);
        }
    }

    private void ok(String body) {
        Answer answer = put(body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private Answer put(String body) {
        return shop.api().put(rollout, body);
    }

    private JsonNode get() {
        return shop.api().get(rollout).json();
    }

    /** What people chose: what is measured may change by itself. */
    private String chosen() {
        return ((ObjectNode) get()).without("gates").toString();
    }

    private int publish(String note) {
        shop.api()
                .put(
                        "/api/v1/bots/" + shop.botId() + "/entries/" + note,
                        "{\"question\": \"你们养猫吗\", \"answer\": \"有一只\"}");
        return shop.api()
                .post("/api/v1/bots/" + shop.botId() + "/releases", "{\"note\": \"" + note + "\", \"live\": false}")
                .json()
                .get("number")
                .asInt();
    }

    private JsonNode open(String shopper, String registered) {
        Answer opened = shop.api()
                .post(
                        "/api/v1/bots/" + shop.botId() + "/conversations",
                        "{\"shopper\": {\"id\": \"" + shopper + "\"" + registered + "}}");
        assertThat(opened.status()).as(opened.text()).isEqualTo(201);
        return opened.json();
    }

    private String mode(String shopper) {
        return open(shopper, "").get("mode").asString();
    }

    private String mode(String shopper, OffsetDateTime registeredAt) {
        return open(shopper, ", \"registeredAt\": \"" + registeredAt + "\"")
                .get("mode")
                .asString();
    }

    /** The number of the release that answers the shopper: only later ones know of the cat. */
    private int speaks(String shopper) {
        Api api = shop.api();
        String conversation = open(shopper, "").get("conversationId").asString();
        JsonNode reply = api.say(conversation, "你们养猫吗").at("/replies/0");
        return reply.path("text").asString().contains("有一只")
                ? api.get("/api/v1/bots/" + shop.botId() + "/releases")
                        .json()
                        .at("/items/0/number")
                        .asInt()
                : 1;
    }

    private List<String> members() {
        List<String> ids = new ArrayList<>();
        shop.api()
                .get(rollout + "/members?limit=200")
                .json()
                .get("items")
                .forEach(member -> ids.add(member.get("shopperId").asString()));
        return ids;
    }

    private static JsonNode named(JsonNode gates, String name) {
        for (JsonNode gate : gates) {
            if (gate.get("name").asString().equals(name)) {
                return gate;
            }
        }
        throw new AssertionError("no gate " + name + " in " + gates);
    }
}
