package io.xiaoer.shopdata;

import static org.assertj.core.api.Assertions.assertThat;

import io.xiaoer.bots.BotId;
import io.xiaoer.conversations.ConversationId;
import io.xiaoer.conversations.Desk;
import io.xiaoer.conversations.Traffic;
import io.xiaoer.tenancy.Actor;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import io.xiaoer.tenants.Role;
import io.xiaoer.testing.Api.Answer;
import io.xiaoer.testing.Api.TestShop;
import io.xiaoer.testing.IntegrationTest;
import io.xiaoer.testing.TestDatabase;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ErasureIT extends IntegrationTest {

    /** Nothing else in the database is spelled like it. */
    private static final String SHOPPER = "erase-me-4711";

    @Autowired
    private Traffic traffic;

    @Autowired
    private Desk desk;

    private TestShop shop;

    @BeforeEach
    void makeAShop() {
        shop = api().signUp();
        shop.api()
                .put(
                        "/api/v1/bots/" + shop.botId() + "/rollout",
                        "{\"stage\": \"full\", \"reason\": \"test\", \"staff\": [\"" + SHOPPER + "\"]}");
    }

    @Test
    void leavesNothingOfAShopperAnywhere() throws SQLException {
        push(SHOPPER);
        push("somebody-else");
        String conversation = shop.api().converse(shop.botId(), SHOPPER);
        shop.api().say(conversation, "我的电话是13812341234，过敏了能退吗");
        shop.api().say(conversation, "谢谢 " + SHOPPER);
        leaveTraces(conversation);
        List<Traffic.Day> before = today();

        Answer answer = erase(SHOPPER);

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().at("/records/customers").asInt()).isEqualTo(1);
        assertThat(answer.json().at("/records/orders").asInt()).isEqualTo(1);
        assertThat(answer.json().at("/records/aftersales").asInt()).isEqualTo(1);
        assertThat(answer.json().at("/records/coupons").asInt()).isEqualTo(1);
        assertThat(answer.json().at("/records/conversations").asInt()).isEqualTo(1);
        assertThat(answer.json().at("/records/staff").asInt()).isEqualTo(1);
        assertThat(columnsThatHold(SHOPPER, "13812341234")).isEmpty();
        assertThat(shop.api()
                        .get("/api/v1/conversations/" + conversation + "/messages")
                        .status())
                .isEqualTo(404);
        assertThat(today()).isEqualTo(before);
        assertThat(shop.api().get("/api/v1/shop/orders/o-somebody-else").status())
                .isEqualTo(200);
    }

    /** What people at the desk and the shopper say about a conversation. */
    private void leaveTraces(String conversation) {
        ConversationId id = new ConversationId(UUID.fromString(conversation));
        String said = "{\"helpful\": true, \"score\": 4, \"comment\": \"" + SHOPPER + "\"}";
        String path = "/api/v1/conversations/" + conversation;
        String reply =
                shop.api().get(path + "/messages").json().at("/items/1/id").asString();
        shop.api().post(path + "/handover", "{}");
        shop.api().post(path + "/typing", "{}");
        TenantScope.run(
                new TenantId(UUID.fromString(shop.tenantId())),
                new Actor(Actor.Kind.MEMBER, shop.email(), Role.OWNER.permissions()),
                () -> {
                    desk.looksAt(id);
                    desk.note(id, "给 " + SHOPPER + " 回电 13812341234");
                    desk.tag(id, Set.of(SHOPPER));
                    desk.close(id);
                });
        assertThat(shop.api().post(path + "/rating", said).status()).isEqualTo(204);
        assertThat(shop.api()
                        .post(path + "/messages/" + reply + "/feedback", said)
                        .status())
                .isEqualTo(204);
    }

    @Test
    void provesThatAShopperWasErased() {
        push(SHOPPER);
        assertThat(tombstones(SHOPPER).json().get("erased").asBoolean()).isFalse();

        erase(SHOPPER);

        Answer found = tombstones(SHOPPER);
        assertThat(found.json().get("erased").asBoolean()).isTrue();
        assertThat(found.json().at("/items/0/by").asString()).isEqualTo(shop.clientId());
        assertThat(found.json().at("/items/0/records/orders").asInt()).isEqualTo(1);
        assertThat(tombstones("somebody-else").json().get("erased").asBoolean()).isFalse();
        TestShop other = api().signUp();
        assertThat(other.api()
                        .get("/api/v1/shop/erasures?customerId=" + SHOPPER)
                        .json()
                        .get("erased")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void refusesWhatComesLateAndTakesWhatIsNew() {
        push(SHOPPER);
        erase(SHOPPER);

        Answer late = shop.api().post("/api/v1/shop/batch", """
                {"items": [
                 {"kind": "customers", "id": "%1$s", "updatedAt": "2026-01-01T00:00:00Z", "data": {"name": "晚"}},
                 {"kind": "orders", "id": "o-%1$s", "updatedAt": "2026-01-02T00:00:00Z", "data": %2$s},
                 {"kind": "orders", "id": "never-seen", "updatedAt": "2026-01-02T00:00:00Z", "data": %2$s},
                 {"kind": "aftersales", "id": "fresh", "updatedAt": "2026-01-02T00:00:00Z",
                  "data": {"orderId": "o-%1$s", "kind": "refund", "status": "done"}}
                ]}
                """.formatted(
                        SHOPPER, ShopdataFixtures.order(SHOPPER, "paid", "2026-01-01T00:00:00Z")));
        assertThat(late.json()
                        .get("results")
                        .valueStream()
                        .map(item -> item.get("reason").asString()))
                .as(late.text())
                .containsExactly("erased", "erased", "erased", "erased");
        assertThat(put("customers/" + SHOPPER, "{\"name\": \"晚\", \"updatedAt\": \"2026-01-01T00:00:00Z\"}")
                        .status())
                .isEqualTo(400);
        assertThat(shop.api().get("/api/v1/shop/customers/" + SHOPPER).status()).isEqualTo(404);

        Answer back = put(
                "customers/" + SHOPPER,
                "{\"name\": \"回来了\", \"updatedAt\": \"" + OffsetDateTime.now().plusSeconds(5) + "\"}");
        assertThat(back.status()).as(back.text()).isEqualTo(200);
    }

    @Test
    void refusesTheSameRecordOfAClockThatIsAhead() {
        String ahead = OffsetDateTime.now().plusMinutes(9).toString();
        put("customers/" + SHOPPER, "{\"name\": \"王\", \"updatedAt\": \"" + ahead + "\"}");
        erase(SHOPPER);

        assertThat(put("customers/" + SHOPPER, "{\"name\": \"王\", \"updatedAt\": \"" + ahead + "\"}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void findsNobodyToEraseTwiceNorInAnotherShop() {
        push(SHOPPER);
        assertThat(api().signUp()
                        .api()
                        .send("DELETE", "/api/v1/shop/customers/" + SHOPPER, null)
                        .status())
                .isEqualTo(404);
        assertThat(erase(SHOPPER).status()).isEqualTo(200);
        assertThat(erase(SHOPPER).status()).isEqualTo(404);
    }

    /** One of each kind, the first write with a key whose answer is kept for a while. */
    private void push(String id) {
        Answer first = shop.api()
                .with("Idempotency-Key", "push-" + id)
                .put(
                        "/api/v1/shop/customers/" + id,
                        "{\"name\": \"王\", \"phone\": \"13812341234\", \"updatedAt\": \"2026-01-01T00:00:00Z\"}");
        assertThat(first.status()).as(first.text()).isEqualTo(200);
        put("orders/o-" + id, ShopdataFixtures.order(id, "paid", "2026-01-02T00:00:00Z"));
        put("aftersales/a-" + id, """
                {"orderId": "o-%s", "kind": "refund", "status": "requested", "reason": "不想要了",
                 "updatedAt": "2026-01-03T00:00:00Z"}
                """.formatted(id));
        put("coupons/k-" + id, """
                {"customerId": "%s", "name": "券", "kind": "percent", "value": 10, "updatedAt": "2026-01-03T00:00:00Z"}
                """.formatted(id));
    }

    private Answer put(String path, String body) {
        return shop.api().put("/api/v1/shop/" + path, body);
    }

    private Answer erase(String id) {
        return shop.api().send("DELETE", "/api/v1/shop/customers/" + id, null);
    }

    private Answer tombstones(String id) {
        return shop.api().get("/api/v1/shop/erasures?customerId=" + id);
    }

    private List<Traffic.Day> today() {
        return TenantScope.call(
                new TenantId(UUID.fromString(shop.tenantId())),
                Actor.platform(),
                () -> traffic.days(new BotId(UUID.fromString(shop.botId())), traffic.date(), traffic.date()));
    }

    /** Every table of the shop that has one of the texts anywhere. */
    private List<String> columnsThatHold(String... texts) throws SQLException {
        List<String> found = new ArrayList<>();
        try (var superuser = TestDatabase.superuser(databaseName());
                var statement = superuser.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (var rows = statement.executeQuery(
                    "select c.table_schema || '.' || quote_ident(c.table_name) from information_schema.columns c"
                            + " join information_schema.tables t using (table_schema, table_name)"
                            + " where c.column_name = 'tenant_id' and t.table_type = 'BASE TABLE'")) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
            assertThat(tables).contains("conversations.message", "shopdata.customer", "tenants.audit");
            for (String table : tables) {
                for (String text : texts) {
                    try (var query = superuser.prepareStatement("select count(*) from " + table
                            + " t where t.tenant_id = ?::uuid and position(? in t::text) > 0"
                            + " and position('somebody-else' in t::text) = 0")) {
                        query.setString(1, shop.tenantId());
                        query.setString(2, text);
                        var rows = query.executeQuery();
                        rows.next();
                        if (rows.getInt(1) > 0) {
                            found.add(table + " holds " + text);
                        }
                    }
                }
            }
        }
        return found;
    }
}
