package io.xiaoer.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.xiaoer.conversations.ConversationId;
import io.xiaoer.rehearsal.TestCases.Kept;
import io.xiaoer.shared.Problem;
import io.xiaoer.tenancy.Actor;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import io.xiaoer.tenants.Role;
import io.xiaoer.testing.Api;
import io.xiaoer.testing.Api.Answer;
import io.xiaoer.testing.Api.TestShop;
import io.xiaoer.testing.IntegrationTest;
import io.xiaoer.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What a bot is held to, from the first case to a release that may not be published. */
class TestCasesIT extends IntegrationTest {

    private static final String CAT = "你们店里能摸到小猫吗";
    private static final String CAT_ENTRY =
            "{\"key\": \"cat\", \"question\": \"" + CAT + "\", \"answer\": \"店里有一只猫，可以摸。\"}";

    @Autowired
    private TestCases cases;

    private TestShop shop;
    private Api api;
    private String bot;
    private String tests;

    /** The pack's own cases are many; these tests look at a few. */
    @BeforeEach
    void aShopWithoutCases() throws SQLException {
        shop = api().signUp();
        api = shop.api();
        bot = "/api/v1/bots/" + shop.botId();
        tests = bot + "/tests";
        sql("delete from rehearsal.test_case where bot_id = '" + shop.botId() + "'");
        sql("delete from rehearsal.run where bot_id = '" + shop.botId() + "'");
    }

    @Test
    void keepsCasesAndTheirVersionsToTheShop() {
        Answer added = api.post(tests, """
                {"question": " 买多少包邮 ", "group": "运费", "required": true,
                 "expect": {"entryKey": "shipping-fee", "contains": ["包邮"]}}""");
        assertThat(added.status()).isEqualTo(201);
        String one = tests + "/" + added.json().get("id").asString();
        JsonNode found = api.get(one).json();
        assertThat(found.get("question").asString()).isEqualTo("买多少包邮");
        assertThat(found.at("/expect/contains/0").asString()).isEqualTo("包邮");
        assertThat(found.get("version").asInt()).isEqualTo(1);

        String change = "{\"question\": \"包邮吗\", \"expect\": {\"kind\": \"answer\"}, \"version\": 1}";
        assertThat(api.put(one, change).json().get("version").asInt()).isEqualTo(2);
        Answer stale = api.put(one, change);
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.json().get("code").asString()).isEqualTo("version-conflict");

        TestShop other = api().signUp();
        String theirs =
                "/api/v1/bots/" + other.botId() + "/tests/" + found.get("id").asString();
        assertThat(other.api().get(theirs).status()).isEqualTo(404);
        assertThat(other.api().get(one).status()).isEqualTo(404);
        assertThat(other.api().put(theirs, change).status()).isEqualTo(404);

        assertThat(api.send("DELETE", one, null).status()).isEqualTo(204);
        assertThat(api.get(one).status()).isEqualTo(404);
    }

    @Test
    void refusesWhatIsNoCase() {
        for (String body : List.of(
                "{}",
                "{\"question\": \"在吗\"}",
                "{\"question\": \"在吗\", \"expect\": {}}",
                "{\"question\": \"在吗\", \"expect\": {\"kind\": \"shout\"}}",
                "{\"question\": \"在吗\", \"expect\": {\"contains\": [null]}}",
                "{\"question\": \"\", \"expect\": {\"kind\": \"answer\"}}")) {
            Answer answer = api.post(tests, body);
            assertThat(answer.status()).as(body).isEqualTo(400);
            assertThat(answer.json().get("errors").size()).as(body).isPositive();
        }
        assertThat(api.get(tests).json().get("items").size()).isZero();
        assertThat(api.post(tests + "/run", "{\"release\": \"newest\"}").status())
                .isEqualTo(400);
        assertThat(api.post(tests + "/run", "{\"release\": 99}").status()).isEqualTo(404);
    }

    @Test
    void importsAFileOfWhichABadRowRejectsItselfOnly() {
        String csv = """
                question,entryKey,kind,contains,group,required
                买多少包邮,shipping-fee,,包邮,运费,yes
                会不会飞,,shout,,,
                能换吗,exchange,,,,
                """;
        Answer imported = take(csv);
        assertThat(imported.status()).isEqualTo(200);
        assertThat(imported.json().get("created").asInt()).isEqualTo(2);
        assertThat(imported.json().at("/rejected/0/row").asInt()).isEqualTo(3);
        assertThat(imported.json().at("/rejected/0/reason").asString()).contains("shout");

        Answer again = take(csv.replace("能换吗,exchange,,,,", "能换吗,exchange,answer,,,"));
        assertThat(again.json().get("created").asInt()).isZero();
        assertThat(again.json().get("updated").asInt()).isEqualTo(1);
        assertThat(again.json().get("unchanged").asInt()).isEqualTo(1);
        assertThat(api.get(tests).json().get("items").size()).isEqualTo(2);
        assertThat(take("nothing\n1\n").status()).isEqualTo(400);
    }

    @Test
    void tellsWhatTheDraftFixesAndBreaks() {
        api.post(bot + "/entries", CAT_ENTRY);
        JsonNode fee = api.get(bot + "/entries/shipping-fee").json();
        String question = fee.get("question").asString();
        String said = api.post(bot + "/ask", "{\"text\": \"" + question + "\", \"release\": 1}")
                .json()
                .at("/replies/0/text")
                .asString();
        api.put(
                bot + "/entries/shipping-fee",
                "{\"question\": \"" + question + "\", \"answer\": \"运费请看结算页。\", \"version\": "
                        + fee.get("version").asInt() + "}");
        String fixed = add(CAT, "{\"entryKey\": \"cat\"}", false);
        String broken = add(question, "{\"contains\": [\"" + said.substring(0, 6) + "\"]}", false);
        String failing = add(question, "{\"lacks\": [\"。\"]}", false);
        String passing = add(question, "{\"entryKey\": \"shipping-fee\"}", false);

        JsonNode run = api.post(tests + "/run", "{\"release\": \"draft\"}").json();
        assertThat(run.get("state").asString()).isEqualTo("done");
        assertThat(run.get("passed").asInt()).isEqualTo(2);
        assertThat(run.get("failed").asInt()).isEqualTo(2);
        assertThat(texts(run.get("newlyFixed"))).containsExactly(fixed);
        assertThat(texts(run.get("newlyBroken"))).containsExactly(broken);
        assertThat(result(run, broken).get("said").asString()).contains("运费请看结算页");
        assertThat(result(run, broken).at("/mismatches/0/what").asString()).isEqualTo("contains");
        assertThat(result(run, failing).get("livePassed").asBoolean()).isFalse();
        assertThat(result(run, passing).get("entryKey").asString()).isEqualTo("shipping-fee");
        assertThat(api.get(tests + "/runs/" + run.get("id").asString()).json()).isEqualTo(run);

        JsonNode live = api.post(tests + "/run", "{\"release\": 1}").json();
        assertThat(live.get("liveRelease").isNull()).isTrue();
        assertThat(result(live, fixed).get("passed").asBoolean()).isFalse();
    }

    @Test
    void publishesNothingThatFailsARequiredCaseAndRunsTheRestOnTheRelease() {
        String cat = add(CAT, "{\"entryKey\": \"cat\"}", true);
        add("今天天气怎么样", "{\"entryKey\": \"cat\"}", false);
        Answer blocked = api.post(bot + "/releases", "{\"note\": \"no cat\"}");
        assertThat(blocked.status()).isEqualTo(409);
        assertThat(blocked.json().get("code").asString()).isEqualTo("publish-blocked");
        assertThat(blocked.json().get("errors").size()).isEqualTo(1);
        assertThat(blocked.json().at("/errors/0/field").asString()).isEqualTo("tests/" + cat);
        assertThat(blocked.json().at("/errors/0/message").asString()).contains(CAT);

        api.post(bot + "/entries", CAT_ENTRY);
        assertThat(api.post(bot + "/releases", "{\"note\": \"a cat\"}").status())
                .isEqualTo(201);
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(
                        () -> assertThat(gate().get("measured").asDouble(-1)).isEqualTo(0.5));
        assertThat(gate().get("met").asBoolean(true)).isFalse();

        // a case that goes no longer counts, and one that comes has to be run first
        JsonNode other = StreamSupport.stream(api.get(tests).json().get("items").spliterator(), false)
                .filter(one -> !one.get("id").asString().equals(cat))
                .findFirst()
                .orElseThrow();
        api.send("DELETE", tests + "/" + other.get("id").asString(), null);
        assertThat(gate().get("met").asBoolean()).isTrue();
        add(CAT + "？", "{\"entryKey\": \"cat\"}", false);
        assertThat(gate().get("met").isNull()).isTrue();
        api.post(tests + "/run", "{\"release\": 2}");
        assertThat(gate().get("met").asBoolean()).isTrue();
    }

    @Test
    void makesWhatWasSaidACaseWithoutWhatIsPersonal() {
        api.put(bot + "/rollout", "{\"stage\": \"full\", \"reason\": \"test\"}");
        api.put("/api/v1/shop/customers/c1", "{\"name\": \"王芳\", \"updatedAt\": \"2026-06-01T00:00:00Z\"}");
        Kept known = keep("c1");
        assertThat(known.isNew()).isTrue();
        assertThat(known.testCase().question()).contains("[手机号]").doesNotContain("13812341234");
        assertThat(known.testCase().shopperId()).isEqualTo("c1");
        assertThat(known.testCase().expect().accepted()).isNotEmpty();
        assertThat(keep("c1").isNew()).isFalse();
        assertThat(keep("nobody-knows").testCase().shopperId()).isNull();

        api.send("DELETE", "/api/v1/shop/customers/c1", null);
        JsonNode left = api.get(tests).json().get("items");
        assertThat(left.size()).isEqualTo(1);
        assertThat(left.at("/0/shopperId").isNull()).isTrue();
    }

    private Kept keep(String shopper) {
        String conversation = api.converse(shop.botId(), shopper);
        JsonNode reply = api.say(conversation, "电话13812341234，过敏了能退吗").at("/replies/0");
        ConversationId id = new ConversationId(UUID.fromString(conversation));
        assertThatThrownBy(() ->
                        as(Role.AGENT, () -> cases.addFrom(id, reply.get("seq").asInt())))
                .isInstanceOf(Problem.class);
        return as(Role.EDITOR, () -> cases.addFrom(id, reply.get("seq").asInt()));
    }

    private <T> T as(Role role, ScopedValue.CallableOp<T, RuntimeException> work) {
        return TenantScope.call(
                new TenantId(UUID.fromString(shop.tenantId())),
                new Actor(Actor.Kind.MEMBER, shop.email(), role.permissions()),
                work);
    }

    private String add(String question, String expect, boolean required) {
        Answer added = api.post(
                tests,
                "{\"question\": \"" + question + "\", \"expect\": " + expect + ", \"required\": " + required + "}");
        assertThat(added.status()).as(added.text()).isEqualTo(201);
        return added.json().get("id").asString();
    }

    private Answer take(String csv) {
        return api.upload(tests + "/import", "text/csv", csv.getBytes(StandardCharsets.UTF_8));
    }

    private JsonNode gate() {
        return StreamSupport.stream(
                        api.get(bot + "/rollout").json().get("gates").spliterator(), false)
                .filter(gate -> gate.get("name").asString().equals("tests"))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode result(JsonNode run, String id) {
        return StreamSupport.stream(run.get("cases").spliterator(), false)
                .filter(one -> one.get("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }

    private static void sql(String statement) throws SQLException {
        try (Connection superuser = TestDatabase.superuser(databaseName());
                Statement run = superuser.createStatement()) {
            run.execute(statement);
        }
    }
}
