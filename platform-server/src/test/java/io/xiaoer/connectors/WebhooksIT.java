package io.xiaoer.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import io.xiaoer.shopdata.Order;
import io.xiaoer.shopdata.ShopData;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import io.xiaoer.testing.Api.Answer;
import io.xiaoer.testing.Api.TestShop;
import io.xiaoer.testing.IntegrationTest;
import io.xiaoer.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Events from shops' systems: only signed ones, each once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebhooksIT extends IntegrationTest {

    private static final String CONNECTOR = "/api/v1/connectors/api";
    private static final Duration APPLIED_WITHIN = Duration.ofSeconds(20);

    @Autowired
    private ShopData data;

    private final AtomicInteger tests = new AtomicInteger();
    private Sender shared;

    /** A shopper that no other test knows. */
    private String me;

    private record Sender(TestShop shop, String path, String secret) {}

    @BeforeAll
    void makeAShop() {
        shared = fresh();
    }

    @BeforeEach
    void nameTheShopper() {
        me = "t" + tests.incrementAndGet();
    }

    @Test
    void appliesASignedEventOnce() {
        Sender sender = sender();
        String event = order("o-1", "shipped", "2026-11-20T08:00:00+08:00");

        Answer first = send(sender, "evt-1", event);
        assertThat(first.status()).as(first.text()).isEqualTo(200);
        assertThat(first.json().get("duplicate").asBoolean()).isFalse();
        assertThat(settled(sender, "evt-1")).isEqualTo("APPLIED 1 0 0");

        Answer again = send(sender, "evt-1", event);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().get("duplicate").asBoolean()).isTrue();
        assertThat(orders(sender)).singleElement().satisfies(order -> {
            assertThat(order.status()).isEqualTo(Order.Status.SHIPPED);
            assertThat(order.freshness().source()).isEqualTo("webhook");
        });
        assertThat(way(sender).at("/eventsPerHour/23/events").asInt()).isPositive();
        assertThat(way(sender).get("state").asString()).isEqualTo("working");
        assertThat(way(sender).get("lagSeconds").asLong()).isPositive();
    }

    @Test
    void anOlderEventThatComesLateChangesNothing() {
        Sender sender = sender();
        send(sender, "evt-2", order("o-1", "delivered", "2026-11-21T08:00:00+08:00"));
        assertThat(settled(sender, "evt-2")).isEqualTo("APPLIED 1 0 0");
        send(sender, "evt-1", "{\"items\": [" + order("o-1", "shipped", "2026-11-20T08:00:00+08:00") + "]}");
        assertThat(settled(sender, "evt-1")).isEqualTo("APPLIED 0 1 0");
        assertThat(orders(sender).getFirst().status()).isEqualTo(Order.Status.DELIVERED);
    }

    @Test
    void refusesWhatIsForgedOrLate() {
        Sender sender = sender();
        String event = order("o-1", "shipped", "2026-11-20T08:00:00+08:00");

        Answer forged = send(
                new Sender(sender.shop(), sender.path(), "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLwSw"), "evt-1", event);
        assertThat(forged.status()).isEqualTo(401);
        assertThat(forged.json().get("code").asString()).isEqualTo("unauthorized");
        assertThat(post(sender, "evt-1", Instant.now(), event, event + " ").status())
                .isEqualTo(401);
        Answer late = post(sender, "evt-1", Instant.now().minusSeconds(301), event, event);
        assertThat(late.status()).isEqualTo(401);
        assertThat(late.json().get("detail").asString()).contains("5 minutes");
        assertThat(api().post(sender.path(), event).status()).isEqualTo(401);
        assertThat(api().post("/hooks/v1/e_nobody", event).status()).isEqualTo(404);
        assertThat(api().get(sender.path()).status()).isIn(404, 405);
        assertThat(column(sender, "evt-1", "state")).isEqualTo("null");
        assertThat(way(sender).get("errors"))
                .extracting(error -> error.get("code").asString())
                .contains("bad-signature", "late");
    }

    @Test
    void keepsWhatItCannotUseAsRejectedWithTheReason() {
        Sender sender = sender();
        assertThat(send(
                                sender,
                                "kind",
                                "{\"kind\": \"gadgets\", \"id\": \"g\", \"data\": {},"
                                        + " \"updatedAt\": \"2026-11-20T08:00:00+08:00\"}")
                        .status())
                .isEqualTo(200);
        assertThat(settled(sender, "kind")).isEqualTo("REJECTED 0 0 1");
        assertThat(column(sender, "kind", "reason")).contains("gadgets");
        send(sender, "junk", "no json");
        assertThat(settled(sender, "junk")).isEqualTo("REJECTED 0 0 0");
        assertThat(column(sender, "junk", "reason")).contains("JSON");
        send(sender, "form", "{\"hello\": 1}");
        assertThat(settled(sender, "form")).startsWith("REJECTED");
        assertThat(way(sender).at("/errors").toString()).contains("rejected", "not-json", "wrong-format");
    }

    @Test
    void keepsNothingPersonalOfASettledEvent() {
        Sender sender = sender();
        send(sender, "evt-1", order("o-1", "shipped", "2026-11-20T08:00:00+08:00"));
        settled(sender, "evt-1");
        assertThat(column(sender, "evt-1", "sealed")).isEqualTo("null");
    }

    @Test
    void refusesWhatIsTooLarge() {
        Sender sender = sender();
        Answer answer = send(sender, "large", "{\"items\": [], \"x\": \"" + "a".repeat(1024 * 1024) + "\"}");
        assertThat(answer.status()).isEqualTo(413);
        assertThat(send(sender, "fits", "{\"items\": [], \"x\": \"" + "a".repeat(900 * 1024) + "\"}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aReplacedSecretGoesOnWorkingUntilItIsRevoked() {
        Sender old = fresh();
        String event = order("o-1", "shipped", "2026-11-20T08:00:00+08:00");
        String fresh = old.shop()
                .api()
                .post(CONNECTOR + "/secret", "{}")
                .json()
                .get("secret")
                .asString();

        assertThat(send(old, "with-old", event).status()).isEqualTo(200);
        assertThat(send(new Sender(old.shop(), old.path(), fresh), "with-new", event)
                        .status())
                .isEqualTo(200);

        old.shop().api().post(CONNECTOR + "/secret", "{\"revokeOld\": true}");
        assertThat(send(old, "with-old-2", event).status()).isEqualTo(401);
        assertThat(send(new Sender(old.shop(), old.path(), fresh), "with-new-2", event)
                        .status())
                .isEqualTo(401);
    }

    @Test
    void theSameIdFromTwoShopsIsTwoEvents() {
        Sender one = sender();
        Sender other = fresh();
        String event = order("o-1", "shipped", "2026-11-20T08:00:00+08:00");
        assertThat(send(one, "evt", event).json().get("duplicate").asBoolean()).isFalse();
        assertThat(send(other, "evt", event).json().get("duplicate").asBoolean())
                .isFalse();
        settled(one, "evt");
        settled(other, "evt");
        assertThat(orders(one)).hasSize(1);
        assertThat(orders(other)).hasSize(1);
    }

    /** The same for all tests; ids of events are made unique by {@link #send}. */
    private Sender sender() {
        return shared;
    }

    private Sender fresh() {
        TestShop shop = api().signUp();
        JsonNode made = shop.api().post(CONNECTOR + "/secret", "{}").json();
        String url = made.get("webhookUrl").asString();
        return new Sender(
                shop, url.substring(url.indexOf("/hooks/")), made.get("secret").asString());
    }

    private Answer send(Sender sender, String id, String body) {
        return post(sender, id, Instant.now(), body, body);
    }

    private Answer post(Sender sender, String id, Instant at, String signed, String sent) {
        String signature;
        try {
            signature = new Webhook(sender.secret()).sign(me + id, at.getEpochSecond(), signed);
        } catch (WebhookSigningException | EmptyWebhookSecretException e) {
            throw new IllegalStateException(e);
        }
        return api().with(
                        "webhook-id",
                        me + id,
                        "webhook-timestamp",
                        Long.toString(at.getEpochSecond()),
                        "webhook-signature",
                        signature)
                .post(sender.path(), sent);
    }

    private static JsonNode way(Sender sender) {
        return sender.shop().api().get(CONNECTOR + "/health").json().at("/ways/2");
    }

    private List<Order> orders(Sender sender) {
        return TenantScope.call(
                new TenantId(UUID.fromString(sender.shop().tenantId())),
                () -> data.of(me, List.of()).orders());
    }

    /** Waits until the event is settled, which happens after it was acknowledged. */
    private String settled(Sender sender, String id) {
        return await().atMost(APPLIED_WITHIN)
                .until(
                        () -> column(sender, id, "state || ' ' || stored || ' ' || stale || ' ' || rejected"),
                        state -> !state.equals("null"));
    }

    private String column(Sender sender, String id, String column) {
        return query("select (" + column + ")::text from connectors.delivery where webhook_id = '" + me + id
                + "' and tenant_id = '" + UUID.fromString(sender.shop().tenantId()) + "'");
    }

    private static String query(String sql) {
        try (Connection superuser = TestDatabase.superuser(databaseName());
                var rows = superuser.createStatement().executeQuery(sql)) {
            return rows.next() ? String.valueOf(rows.getString(1)) : "null";
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String order(String id, String status, String updatedAt) {
        return """
                {"kind": "orders", "id": "%s", "updatedAt": "%s", "data": {
                 "customerId": "%s", "status": "%s", "placedAt": "2026-11-01T08:00:00+08:00",
                 "lines": [{"sku": "s", "name": "面霜", "quantity": 1, "price": "19.90"}]}}""".formatted(me + id, updatedAt, me, status);
    }
}
