package io.xiaoer.releases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xiaoer.bots.BotId;
import io.xiaoer.shared.Problem;
import io.xiaoer.shared.Problem.Code;
import io.xiaoer.tenancy.Actor;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import io.xiaoer.testing.Api;
import io.xiaoer.testing.Api.Answer;
import io.xiaoer.testing.Api.TestShop;
import io.xiaoer.testing.IntegrationTest;
import io.xiaoer.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** From a draft to what shoppers hear, and back. */
class PublishingIT extends IntegrationTest {

    private static final String QUESTION = "你们店里能摸到小猫吗";

    @Autowired
    private Releases releases;

    @Test
    void shoppersHearAChangeOnlyAfterItsReleaseAndNoLongerAfterTheRollback() {
        TestShop shop = api().signUp();
        Api api = shop.api();
        String bot = "/api/v1/bots/" + shop.botId();
        api.put(bot + "/rollout", "{\"stage\": \"full\", \"reason\": \"test\"}");
        assertThat(entryOf(ask(api, bot, "1"))).isNotEqualTo("cat");

        Answer added = api.post(
                bot + "/entries",
                "{\"key\": \"cat\", \"question\": \"" + QUESTION + "\", \"answer\": \"店里有一只猫，可以摸。\"}");
        assertThat(added.status()).isEqualTo(201);
        assertThat(entryOf(ask(api, bot, "draft"))).isEqualTo("cat");
        assertThat(live(api, shop)).isNotEqualTo("cat");

        Answer published = api.post(bot + "/releases", "{\"note\": \"a cat\"}");
        assertThat(published.status()).isEqualTo(201);
        assertThat(published.json().get("number").asInt()).isEqualTo(2);
        assertThat(live(api, shop)).isEqualTo("cat");

        assertThat(api.post(bot + "/releases/1/rollback", "{}").status()).isEqualTo(200);
        assertThat(live(api, shop)).isNotEqualTo("cat");
        assertThat(api.post(bot + "/releases/99/rollback", "{}").status()).isEqualTo(404);
    }

    @Test
    void compilesAReleaseAgainWhoseCompiledFormIsOfAnotherEngine() throws SQLException {
        TestShop shop = api().signUp();
        shop.api().put("/api/v1/bots/" + shop.botId() + "/rollout", "{\"stage\": \"full\", \"reason\": \"test\"}");
        try (Connection superuser = TestDatabase.superuser(databaseName());
                Statement statement = superuser.createStatement()) {
            String compiled = " from releases.compiled where bot_id = '" + shop.botId() + "'";
            assertThat(statement.executeUpdate("delete" + compiled)).isEqualTo(1);
            assertThat(live(shop.api(), shop)).isNotEmpty();
            try (ResultSet rows = statement.executeQuery("select count(*)" + compiled)) {
                rows.next();
                assertThat(rows.getInt(1)).isEqualTo(1);
            }
        }
    }

    @Test
    void doesNotPublishWhatWasPreparedBeforeAnotherRelease() {
        TestShop shop = api().signUp();
        TenantId tenant = new TenantId(UUID.fromString(shop.tenantId()));
        BotId bot = new BotId(UUID.fromString(shop.botId()));
        TenantScope.run(tenant, Actor.platform(), () -> {
            Releases.Prepared early = releases.prepare(bot, "early");
            releases.publish(releases.prepare(bot, "late"));
            assertThatThrownBy(() -> releases.publish(early))
                    .isInstanceOfSatisfying(
                            Problem.class, problem -> assertThat(problem.code()).isEqualTo(Code.VERSION_CONFLICT));
            assertThat(releases.all(bot))
                    .extracting(ReleaseSummary::note)
                    .first()
                    .isEqualTo("late");
        });
    }

    @Test
    void refusesATemplateThatWouldRunAway() {
        TestShop shop = api().signUp();
        String entries = "/api/v1/bots/" + shop.botId() + "/entries";
        for (String bomb : new String[] {
            "{% for i in (1..100000000) %}x{% endfor %}",
            "{% for i in (1..9999) %}{% for j in (1..9999) %}{{ i }}{% endfor %}{% endfor %}",
            "{{ 'x' | unknown_filter",
            "{{ secrets.password }}"
        }) {
            Answer answer =
                    shop.api().post(entries, "{\"key\": \"bomb\", \"question\": \"问\", \"answer\": \"" + bomb + "\"}");
            assertThat(answer.status()).as(bomb).isEqualTo(400);
            assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo("answer");
        }
        assertThat(shop.api().get(entries + "/bomb").status()).isEqualTo(404);
    }

    @Test
    void refusesToPublishAnEmptyKnowledgeBaseAndKeepsTheLiveRelease() {
        TestShop shop = api().signUp();
        Api api = shop.api();
        String bot = "/api/v1/bots/" + shop.botId();
        JsonNode page = api.get(bot + "/entries?limit=500").json();
        page.get("items")
                .forEach(entry ->
                        api.send("DELETE", bot + "/entries/" + entry.get("key").asString(), null));

        Answer ask = api.post(bot + "/ask", "{\"text\": \"过敏了能退吗\", \"release\": \"draft\"}");
        assertThat(ask.json().at("/replies/0/kind").asString()).isEqualTo("unknown");
        Answer published = api.post(bot + "/releases", "{\"note\": \"nothing\"}");
        assertThat(published.status()).isEqualTo(409);
        assertThat(published.json().get("code").asString()).isEqualTo("publish-blocked");
        assertThat(published.json().get("errors").size()).isPositive();
        assertThat(api.get(bot + "/rollout").json().get("liveRelease").asInt()).isEqualTo(1);
    }

    @Test
    void refusesAChangeMadeOnAnOldVersion() {
        TestShop shop = api().signUp();
        String entry = "/api/v1/bots/" + shop.botId() + "/entries/order-urge";
        String change = "{\"question\": \"怎么还没发货\", \"answer\": \"正在备货。\", \"version\": 1}";
        assertThat(shop.api().put(entry, change).status()).isEqualTo(200);
        Answer stale = shop.api().put(entry, change);
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.json().get("code").asString()).isEqualTo("version-conflict");
    }

    private static JsonNode ask(Api api, String bot, String release) {
        return api.post(bot + "/ask", "{\"text\": \"" + QUESTION + "\", \"release\": \"" + release + "\"}")
                .json();
    }

    private static String live(Api api, TestShop shop) {
        return entryOf(api.say(api.converse(shop.botId(), "someone"), QUESTION));
    }

    private static String entryOf(JsonNode answer) {
        return answer.at("/replies/0/entryKey").asString("none");
    }
}
