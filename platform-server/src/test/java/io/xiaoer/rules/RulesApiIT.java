package io.xiaoer.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.xiaoer.testing.Api;
import io.xiaoer.testing.Api.Answer;
import io.xiaoer.testing.Api.TestShop;
import io.xiaoer.testing.IntegrationTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Rules over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RulesApiIT extends IntegrationTest {

    private TestShop shop;

    @BeforeAll
    void signUp() {
        shop = api().signUp();
    }

    @Test
    void givesBackWhatWasPut() {
        Answer put = put("threshold-promotion/double-eleven", """
                {"params": {"tiers": [{"over": "200", "off": 20}, {"over": 300.5, "off": "40.00"}],
                            "excludeCategories": ["黄金"], "stackWithCoupons": true},
                 "validFrom": "2026-11-11T00:00:00+08:00", "validTo": "2026-11-12T00:00:00+08:00"}
                """);
        assertThat(put.status()).isEqualTo(200);
        JsonNode rule = put.json();
        assertThat(rule.get("type").asString()).isEqualTo("threshold-promotion");
        assertThat(rule.get("key").asString()).isEqualTo("double-eleven");
        assertThat(rule.get("version").asInt()).isEqualTo(1);
        assertThat(rule.at("/params/tiers/0/over").asString()).isEqualTo("200.00");
        assertThat(rule.at("/params/tiers/1/over").asString()).isEqualTo("300.50");
        assertThat(rule.at("/params/stackWithCoupons").asBoolean()).isTrue();

        Answer got = shop.api().get("/api/v1/rules/threshold-promotion/double-eleven");
        assertThat(got.status()).isEqualTo(200);
        assertThat(got.json().get("params")).isEqualTo(rule.get("params"));
        assertThat(put("threshold-promotion/double-eleven", got.text()).status())
                .isEqualTo(200);
    }

    @Test
    void tellsTheNewestFromWhatHolds() {
        put("exchange/planned", "{\"params\": {\"windowDays\": 7}}");
        put("exchange/planned", "{\"params\": {\"windowDays\": 15}, \"validFrom\": \"2099-01-01T00:00:00+08:00\"}");
        assertThat(days("exchange/planned")).isEqualTo(15);
        assertThat(days("exchange/planned?at=2098-12-31T23:59:59%2B08:00")).isEqualTo(7);
        assertThat(days("exchange/planned?at=2099-01-01T00:00:00%2B08:00")).isEqualTo(15);
        assertThat(shop.api()
                        .get("/api/v1/rules?at=2099-01-01T00:00:00Z")
                        .json()
                        .get("items"))
                .anySatisfy(rule -> assertThat(rule.get("key").asString()).isEqualTo("planned"));
    }

    @Test
    void withdrawsOnce() {
        put("presale/gone", "{\"params\": {\"shipWithinDays\": 15}}");
        String path = "/api/v1/rules/presale/gone";
        assertThat(shop.api().send("DELETE", path + "?version=7", null).status())
                .isEqualTo(409);
        assertThat(shop.api().send("DELETE", path, null).status()).isEqualTo(204);
        assertThat(shop.api().send("DELETE", path, null).status()).isEqualTo(404);
        assertThat(shop.api().get(path).status()).isEqualTo(404);
        JsonNode versions = shop.api().get(path + "/versions").json().get("items");
        assertThat(versions).hasSize(2);
        assertThat(versions.at("/0/rule/version").asInt()).isEqualTo(2);
        assertThat(versions.at("/0/rule/params").isMissingNode()
                        || versions.at("/0/rule/params").isNull())
                .isTrue();
        assertThat(versions.at("/0/actorKind").asString()).isEqualTo("client");
        assertThat(put("presale/gone", "{\"params\": {\"shipWithinDays\": 9}}")
                        .json()
                        .get("version")
                        .asInt())
                .isEqualTo(3);
    }

    @Test
    void refusesAStaleVersion() {
        put("return/stale", "{\"params\": {\"windowDays\": 7}}");
        put("return/stale", "{\"params\": {\"windowDays\": 8}, \"version\": 1}");
        Answer stale = put("return/stale", "{\"params\": {\"windowDays\": 9}, \"version\": 1}");
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.json().get("code").asString()).isEqualTo("version-conflict");
        assertThat(days("return/stale")).isEqualTo(8);
    }

    @Test
    void listsInPages() {
        TestShop fresh = api().signUp();
        List<String> all = new ArrayList<>();
        for (String path : List.of("invoice/c", "dispatch/b", "dispatch/a")) {
            String params =
                    path.startsWith("invoice") ? "{\"kinds\": [\"电子发票\"], \"how\": \"联系客服\"}" : "{\"withinHours\": 48}";
            assertThat(fresh.api()
                            .put("/api/v1/rules/" + path, "{\"params\": " + params + "}")
                            .status())
                    .isEqualTo(200);
        }
        String cursor = "";
        do {
            JsonNode page = fresh.api()
                    .get("/api/v1/rules?limit=1" + (cursor.isEmpty() ? "" : "&cursor=" + cursor))
                    .json();
            page.get("items")
                    .forEach(rule -> all.add(
                            rule.get("type").asString() + "/" + rule.get("key").asString()));
            cursor = page.get("nextCursor").isNull()
                    ? ""
                    : page.get("nextCursor").asString();
        } while (!cursor.isEmpty());
        assertThat(all)
                .isSorted()
                .contains("dispatch/a", "dispatch/b", "invoice/c")
                .doesNotHaveDuplicates();
    }

    @Test
    void admitsTheShopsSystemsWithTheScopeSync() {
        Api sync = api().withToken(api().token(shop.clientId(), shop.clientSecret(), "sync"));
        assertThat(sync.put("/api/v1/rules/dispatch/erp", "{\"params\": {\"withinHours\": 24}}")
                        .status())
                .isEqualTo(200);
        assertThat(sync.get("/api/v1/rules/dispatch/erp").status()).isEqualTo(200);
        assertThat(sync.get("/api/v1/rules").status()).isEqualTo(200);
        assertThat(sync.send("DELETE", "/api/v1/rules/dispatch/erp", null).status())
                .isEqualTo(204);
        assertThat(sync.get("/api/v1/bots/" + shop.botId()).status()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {} | params
        {"params": 7} | params
        {"params": {"windowDays": -1}} | params.windowDays
        {"params": {"windowDays": 7}, "validFrom": "2026-02-30T00:00:00+08:00"} | validFrom
        {"params": {"windowDays": 7}, "validFrom": "tomorrow"} | validFrom
        {"params": {"windowDays": 7}, "validTo": "+999999999-12-31T00:00:00Z"} | validTo
        {"params": {"windowDays": 7}, "validFrom": "2026-11-12T00:00:00Z", "validTo": "2026-11-12T00:00:00Z"} | validTo
        {"params": {"windowDays": 7}, "validform": "2026-11-12T00:00:00Z"} | validform
        {"params": {"windowDays": 7}, "type": "return"} | type
        {"params": {"windowDays": 7}, "key": "other"} | key
        {"params": {"windowDays": 7}, "version": -1} | version
        {"params": {"windowDays": 7}, "version": "x"} | version
        """)
    void namesWhatIsWrong(String body, String field) {
        Answer answer = put("exchange/bad", body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("code").asString()).isEqualTo("invalid-input");
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo(field);
        assertThat(shop.api().get("/api/v1/rules/exchange/bad").status()).isEqualTo(404);
    }

    @Test
    void refusesWhatIsNoJsonNoKeyAndNoTime() {
        assertThat(put("exchange/bad", "[]").status()).isEqualTo(400);
        assertThat(put("exchange/bad", "{").status()).isEqualTo(400);
        assertThat(put("exchange/%E6%8D%A2%E8%B4%A7", "{\"params\": {\"windowDays\": 7}}")
                        .json()
                        .at("/errors/0/field")
                        .asString())
                .isEqualTo("key");
        assertThat(shop.api()
                        .get("/api/v1/rules?at=now")
                        .json()
                        .at("/errors/0/field")
                        .asString())
                .isEqualTo("at");
        assertThat(shop.api().get("/api/v1/rules?cursor=%00").status()).isEqualTo(400);
    }

    @Test
    void namesTheTypesThereAre() {
        Answer answer = put("swap/window", "{\"params\": {\"windowDays\": 7}}");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().get("code").asString()).isEqualTo("not-found");
        assertThat(answer.json().get("detail").asString()).contains("exchange", "threshold-promotion");
    }

    private Answer put(String path, String body) {
        return shop.api().put("/api/v1/rules/" + path, body);
    }

    private int days(String path) {
        return shop.api()
                .get("/api/v1/rules/" + path)
                .json()
                .at("/params/windowDays")
                .asInt();
    }
}
