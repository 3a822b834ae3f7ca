package io.xiaoer.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xiaoer.bots.BotId;
import io.xiaoer.tenancy.Actor;
import io.xiaoer.tenancy.Permission;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import io.xiaoer.testing.Api.Answer;
import io.xiaoer.testing.Api.TestShop;
import io.xiaoer.testing.IntegrationTest;
import io.xiaoer.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Nothing that was ever written about a question is lost, and any of it can be had again. */
class EntryHistoryIT extends IntegrationTest {

    @Autowired
    private KnowledgeDrafts drafts;

    @Autowired
    private DSLContext db;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void keepsEveryVersionWithWhoMadeIt() {
        TestShop shop = api().signUp();
        String entry = entries(shop) + "/cat";
        shop.api().put(entry, draft("有猫吗", "有一只。"));
        shop.api().put(entry, draft("有猫吗", "有两只。"));
        shop.api().send("DELETE", entry, null);

        JsonNode versions = shop.api().get(entry + "/versions").json().get("items");

        assertThat(values(versions, "/change")).containsExactly("deleted", "changed", "created");
        assertThat(values(versions, "/number")).containsExactly("3", "2", "1");
        assertThat(values(versions, "/entry/answer")).containsExactly("有两只。", "有两只。", "有一只。");
        assertThat(values(versions, "/actor")).containsOnly(shop.clientId());
        assertThat(values(versions, "/actorKind")).containsOnly("client");
    }

    @Test
    void restoresAnEarlierVersionAsANewOne() {
        TestShop shop = api().signUp();
        String entry = entries(shop) + "/cat";
        shop.api().put(entry, draft("有猫吗", "有一只。"));
        shop.api().put(entry, draft("有猫吗", "有两只。"));

        Answer restored = shop.api().post(entry + "/versions/1/restore", "{\"version\": 2}");

        assertThat(restored.status()).isEqualTo(200);
        assertThat(restored.json().get("version").asInt()).isEqualTo(3);
        assertThat(shop.api().get(entry).json().get("answer").asString()).isEqualTo("有一只。");
        assertThat(values(shop.api().get(entry + "/versions").json().get("items"), "/change"))
                .containsExactly("restored", "changed", "created");
    }

    @Test
    void bringsADeletedEntryBackAndCountsOn() {
        TestShop shop = api().signUp();
        String entry = entries(shop) + "/order-urge";
        String before = shop.api().get(entry).json().get("answer").asString();
        assertThat(shop.api().send("DELETE", entry, null).status()).isEqualTo(204);
        assertThat(shop.api().get(entry).status()).isEqualTo(404);

        Answer restored = shop.api().send("POST", entry + "/versions/1/restore", null);

        assertThat(restored.status()).isEqualTo(200);
        assertThat(restored.json().get("version").asInt()).isEqualTo(3);
        assertThat(shop.api().get(entry).json().get("answer").asString()).isEqualTo(before);
    }

    @Test
    void neverTakesAnOldVersionForANewEntryOfTheSameKey() {
        TestShop shop = api().signUp();
        String entry = entries(shop) + "/cat";
        shop.api().put(entry, draft("有猫吗", "有一只。"));
        shop.api().send("DELETE", entry, null);
        shop.api().put(entry, draft("有猫吗", "又有一只。"));

        Answer stale = shop.api().put(entry, "{\"question\": \"有猫吗\", \"answer\": \"没有。\", \"version\": 1}");

        assertThat(stale.status()).isEqualTo(409);
        assertThat(shop.api().get(entry).json().get("answer").asString()).isEqualTo("又有一只。");
    }

    @Test
    void refusesWhatCannotBeRestored() {
        TestShop shop = api().signUp();
        String entry = entries(shop) + "/order-urge";

        assertThat(shop.api().post(entry + "/versions/99/restore", "{}").status())
                .isEqualTo(404);
        assertThat(shop.api().post(entry + "/versions/x/restore", "{}").status())
                .isEqualTo(404);
        assertThat(shop.api()
                        .post(entry + "/versions/1/restore", "{\"version\": 7}")
                        .status())
                .isEqualTo(409);
        TestShop other = api().signUp();
        assertThat(other.api().get(entry + "/versions").status()).isEqualTo(404);
    }

    @Test
    void beginsTheHistoryOfAPacksEntriesAtSignUp() {
        TestShop shop = api().signUp();

        JsonNode versions =
                shop.api().get(entries(shop) + "/order-urge/versions").json().get("items");

        assertThat(values(versions, "/change")).containsExactly("created");
        assertThat(values(versions, "/actor")).containsExactly(shop.email());
        assertThat(audited(shop, "entries.added")).hasSize(1);
    }

    @Test
    void auditsWhoDidWhatToAnEntry() {
        TestShop shop = api().signUp();
        String entry = entries(shop) + "/cat";
        shop.api().put(entry, draft("有猫吗", "有一只。"));
        shop.api().put(entry, draft("有猫吗", "有两只。"));
        shop.api().send("DELETE", entry, null);
        shop.api().send("POST", entry + "/versions/1/restore", null);

        assertThat(audited(shop, "entry.created")).containsExactly("cat: null > 有一只。");
        assertThat(audited(shop, "entry.changed")).containsExactly("cat: 有一只。 > 有两只。");
        assertThat(audited(shop, "entry.deleted")).containsExactly("cat: 有两只。 > null");
        assertThat(audited(shop, "entry.restored")).containsExactly("cat: null > 有一只。");
    }

    @Test
    void keepsNoVersionOfAChangeThatWasRolledBack() {
        TestShop shop = api().signUp();
        inScope(shop, () -> {
            assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                        drafts.put(bot(shop), "order-urge", entryDraft("怎么还没发货", "正在备货。"));
                        throw new IllegalStateException("something else went wrong");
                    }))
                    .hasMessage("something else went wrong");
            return true;
        });

        assertThat(shop.api()
                        .get(entries(shop) + "/order-urge/versions")
                        .json()
                        .get("items")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void theApplicationCannotRewriteHistory() throws SQLException {
        try (Connection superuser = TestDatabase.superuser(databaseName());
                var statement = superuser.createStatement();
                var result = statement.executeQuery(
                        "select has_table_privilege('xiaoer_app'," + " 'knowledge.entry_version', 'update, delete')")) {
            assertThat(result.next()).isTrue();
            assertThat(result.getBoolean(1)).isFalse();
        }
    }

    @Test
    void noticesAnotherEntryWithTheSameQuestionButForPunctuationAndParticles() {
        TestShop shop = api().signUp();
        shop.api()
                .put(
                        entries(shop) + "/cat",
                        "{\"question\": \"你们店里有猫吗？\", \"similar\": [\"能不能 Rua 猫\"], \"answer\": \"有。\"}");

        List<AlikeEntry> alike =
                inScope(shop, () -> drafts.alike(bot(shop), null, List.of("你们店里有猫", "能不能rua猫呀", "有狗吗", "？？")));

        assertThat(alike)
                .containsExactlyInAnyOrder(
                        new AlikeEntry("你们店里有猫", "cat", "你们店里有猫吗？"), new AlikeEntry("能不能rua猫呀", "cat", "你们店里有猫吗？"));
        assertThat(inScope(shop, () -> drafts.alike(bot(shop), "cat", List.of("你们店里有猫"))))
                .isEmpty();
    }

    private List<String> audited(TestShop shop, String action) {
        return inScope(
                shop,
                () -> transaction.execute(status -> db.resultQuery(
                                "select subject || ': ' || coalesce(before ->> 'answer', 'null') || ' > '"
                                        + " || coalesce(after ->> 'answer', 'null') as line"
                                        + " from tenants.audit where tenant_id = ? and action = ? order by audit_id",
                                UUID.fromString(shop.tenantId()),
                                action)
                        .fetch("line", String.class)));
    }

    private static <T> T inScope(TestShop shop, Supplier<T> work) {
        Actor editor = new Actor(Actor.Kind.MEMBER, "editor@shop.example", Set.of(Permission.VIEW, Permission.EDIT));
        return TenantScope.<T, RuntimeException>call(new TenantId(UUID.fromString(shop.tenantId())), editor, work::get);
    }

    private static BotId bot(TestShop shop) {
        return new BotId(UUID.fromString(shop.botId()));
    }

    private static EntryDraft entryDraft(String question, String answer) {
        return new EntryDraft(null, question, null, null, answer, null, null, null, null, null);
    }

    private static String entries(TestShop shop) {
        return "/api/v1/bots/" + shop.botId() + "/entries";
    }

    private static String draft(String question, String answer) {
        return "{\"question\": \"" + question + "\", \"answer\": \"" + answer + "\"}";
    }

    private static List<String> values(JsonNode items, String pointer) {
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> item.at(pointer).asString())
                .toList();
    }
}
