package io.xiaoer.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import io.xiaoer.shopdata.LiveLookup;
import io.xiaoer.shopdata.LiveLookup.Looked;
import io.xiaoer.shopdata.LiveLookup.State;
import io.xiaoer.shopdata.Order;
import io.xiaoer.shopdata.ShopData;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import io.xiaoer.testing.Api.Answer;
import io.xiaoer.testing.Api.TestShop;
import io.xiaoer.testing.IntegrationTest;
import io.xiaoer.testing.ShopSystem;
import io.xiaoer.testing.ShopSystem.Behaviour;
import io.xiaoer.testing.ShopSystem.Call;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Asking a shop's own system about a shopper, however that system behaves. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LookupsIT extends IntegrationTest {

    private static final String CONNECTOR = "/api/v1/connectors/api";

    /** What nobody should ever wait longer for: the budget, and a busy machine. */
    private static final Duration SOON = Duration.ofMillis(1500);

    private final ShopSystem system = ShopSystem.running();

    @Autowired
    private LiveLookup lookup;

    @Autowired
    private ShopData data;

    private final AtomicInteger tests = new AtomicInteger();
    private Connected shared;

    /** Two shoppers and two orders that no other test knows. */
    private String me;

    private String other;
    private String mine;
    private String theirs;

    private record Connected(TestShop shop, String address, String secret) {}

    @BeforeEach
    void nameThem() {
        String test = "t" + tests.incrementAndGet() + "-";
        me = test + "me";
        other = test + "other";
        mine = test + "mine";
        theirs = test + "theirs";
    }

    @BeforeAll
    void makeAShop() {
        TestShop shop = api().signUp();
        shared = new Connected(shop, "", secret(shop, "{}"));
        // what the first call of all has to load is none of an endpoint's time
        connect(ShopSystem.json("{\"items\": []}"));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> shop.api()
                        .post(CONNECTOR + "/test", "{\"customerId\": \"nobody\"}")
                        .json()
                        .get("ok")
                        .asBoolean());
    }

    @Test
    void storesWhatTheEndpointSaysOfTheShopper() throws EmptyWebhookSecretException, WebhookVerificationException {
        Connected connected = connect(telling(order(mine, me, "shipped")));

        assertThat(in(connected, () -> lookup.wanted(me))).isTrue();
        Looked looked = in(connected, () -> lookup.refresh(me));

        assertThat(looked.state()).isEqualTo(State.LIVE);
        assertThat(looked.at()).isNotNull();
        assertThat(in(connected, () -> lookup.state(me))).isEqualTo(looked);
        assertThat(orders(connected, me)).singleElement().satisfies(order -> {
            assertThat(order.id()).isEqualTo(mine);
            assertThat(order.freshness().source()).isEqualTo("lookup");
        });
        Call call = system.calls(connected.address()).getFirst();
        assertThat(call.body()).contains("\"customerId\":\"" + me + "\"", "\"at\":");
        new Webhook(connected.secret()).verify(call.body(), webhookHeaders(call));
    }

    @Test
    void asksOnceInTenSecondsForEachShopper() {
        Connected connected = connect(ShopSystem.json("{\"items\": []}"));

        in(connected, () -> lookup.refresh(me));
        assertThat(in(connected, () -> lookup.wanted(me))).isFalse();
        in(connected, () -> lookup.refresh(me));
        in(connected, () -> lookup.refresh(other));

        assertThat(system.calls(connected.address())).hasSize(2);
    }

    @Test
    void whatThePushKnowsNewerIsNotOverwritten() {
        Connected connected = connect(telling(order(mine, me, "shipped")));
        Answer pushed = connected.shop().api().put("/api/v1/shop/orders/" + mine, """
                {"customerId": "%s", "status": "delivered", "placedAt": "2026-11-01T08:00:00+08:00",
                 "lines": [{"sku": "s", "name": "面霜", "quantity": 1, "price": "19.90"}],
                 "updatedAt": "2026-11-25T08:00:00+08:00"}""".formatted(me));
        assertThat(pushed.status()).as(pushed.text()).isLessThan(300);

        assertThat(in(connected, () -> lookup.refresh(me)).state()).isEqualTo(State.LIVE);

        assertThat(orders(connected, me).getFirst().status()).isEqualTo(Order.Status.DELIVERED);
    }

    @Test
    void whateverTheEndpointDoesTheWaitIsShortAndTheStateIsDown() {
        Map<String, Behaviour> behaviours = Map.of(
                "timeout", ShopSystem.hanging(),
                "too-large", ShopSystem.large(10 * 1024 * 1024, false),
                "not-json", ShopSystem.json("<html>"),
                "wrong-format", ShopSystem.json("[]"),
                "server-error", ShopSystem.status(500, "application/json", "{}"),
                "unauthorized", ShopSystem.status(401, "application/json", "{}"),
                "redirect",
                        ShopSystem.status(302, "text/plain", "", "Location: http://169.254.169.254/latest/meta-data/"),
                "compressed", ShopSystem.bomb(),
                "not-reached", ShopSystem.junk());
        behaviours.forEach((code, behaviour) -> {
            Connected connected = connect(behaviour);
            long begun = System.nanoTime();
            Looked looked = in(connected, () -> lookup.refresh(me));
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).as(code).isLessThan(SOON);
            assertThat(looked.state()).as(code).isEqualTo(State.DOWN);
            assertThat(in(connected, () -> lookup.wanted(me)))
                    .as("not again at once: " + code)
                    .isFalse();
            JsonNode way = way(connected, "lookup");
            assertThat(way.at("/errors/0/code").asString()).isEqualTo(code);
            assertThat(way.at("/errors/0/action").asString()).isNotBlank();
            assertThat(way.get("state").asString()).isEqualTo("failing");
            assertThat(system.calls(connected.address())).as("no second try").hasSize(1);
        });
    }

    @Test
    void endsAnAnswerThatDrips() {
        Connected connected = connect(ShopSystem.dripping());
        long begun = System.nanoTime();
        assertThat(in(connected, () -> lookup.refresh(me)).state()).isEqualTo(State.DOWN);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(SOON);
    }

    @Test
    void doesNotBelieveAnEndpointThatTellsOfOthers() {
        Connected connected = connect(telling(
                order(mine, me, "shipped"),
                order(theirs, other, "shipped"),
                "{\"kind\": \"customers\", \"id\": \"" + other + "\", \"data\": {\"name\": \"别人\"},"
                        + " \"updatedAt\": \"2026-11-20T08:00:00+08:00\"}"));

        Looked looked = in(connected, () -> lookup.refresh(me));

        assertThat(looked.state()).isEqualTo(State.DOWN);
        assertThat(orders(connected, me)).extracting(Order::id).containsExactly(mine);
        assertThat(orders(connected, other)).isEmpty();
        JsonNode error = way(connected, "lookup").at("/errors/0");
        assertThat(error.get("code").asString()).isEqualTo("other-customer");
        assertThat(error.get("detail").asString()).isEqualTo("2 of 3 items");
    }

    @Test
    void anOrderDoesNotChangeItsCustomerByALookup() {
        Connected connected = connect(telling(order(mine, me, "shipped")));
        in(connected, () -> lookup.refresh(me));

        system.change(connected.address(), telling(order(mine, other, "shipped").replace("11-20", "11-21")));
        assertThat(in(connected, () -> lookup.refresh(other)).state()).isEqualTo(State.DOWN);

        assertThat(orders(connected, other)).isEmpty();
        assertThat(orders(connected, me)).hasSize(1);
    }

    @Test
    void restsAfterFiveFailuresInARowAndSaysSo() {
        Connected connected = connect(ShopSystem.status(500, "text/plain", ""));
        for (int i = 0; i < 5; i++) {
            String customer = me + i;
            assertThat(in(connected, () -> lookup.refresh(customer)).state()).isEqualTo(State.DOWN);
        }

        assertThat(in(connected, () -> lookup.wanted(me))).isFalse();
        assertThat(in(connected, () -> lookup.state(me))).isEqualTo(new Looked(State.DOWN, null));
        assertThat(in(connected, () -> lookup.refresh(other)).state()).isEqualTo(State.DOWN);
        assertThat(system.calls(connected.address())).hasSize(5);
        JsonNode way = way(connected, "lookup");
        assertThat(way.get("state").asString()).isEqualTo("resting");
        assertThat(way.get("errors"))
                .extracting(error -> error.get("code").asString())
                .contains("resting");
    }

    @Test
    void anotherAddressBeginsAnew() {
        Connected connected = connect(ShopSystem.status(500, "text/plain", ""));
        for (int i = 0; i < 5; i++) {
            String customer = me + i;
            in(connected, () -> lookup.refresh(customer));
        }
        String better = system.at(ShopSystem.json("{\"items\": []}"));
        connected.shop().api().put(CONNECTOR, "{\"lookupUrl\": \"" + better + "\", \"enabled\": true}");

        assertThat(in(connected, () -> lookup.refresh(me)).state()).isEqualTo(State.LIVE);
    }

    @Test
    void asksOnceForAShopperHoweverManyWait() throws InterruptedException, ExecutionException {
        CountDownLatch goOn = new CountDownLatch(1);
        Connected connected = connect((call, connection) -> {
            hold(goOn);
            ShopSystem.json("{\"items\": []}").answer(call, connection);
        });
        in(connected, () -> lookup.wanted("warm"));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Looked>> waiting = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                waiting.add(threads.submit(() -> in(connected, () -> lookup.refresh(me))));
            }
            goOn.countDown();
            for (Future<Looked> one : waiting) {
                assertThat(one.get().state()).isEqualTo(State.LIVE);
            }
        }
        assertThat(system.calls(connected.address())).hasSize(1);
    }

    @Test
    void lookUpsOfAShopAreEightAtOnceAndTheNinthDoesNotWait() throws InterruptedException, ExecutionException {
        CountDownLatch all = new CountDownLatch(8);
        Connected busy = connect((call, connection) -> {
            all.countDown();
            ShopSystem.hanging().answer(call, connection);
        });
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Looked>> waiting = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                String customer = me + i;
                waiting.add(threads.submit(() -> in(busy, () -> lookup.refresh(customer))));
            }
            assertThat(all.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(in(busy, () -> lookup.refresh(me)).state()).isEqualTo(State.DOWN);
            for (Future<Looked> one : waiting) {
                assertThat(one.get().state()).isEqualTo(State.DOWN);
            }
        }
        assertThat(system.calls(busy.address())).hasSize(8);
        assertThat(way(busy, "lookup").get("errors"))
                .extracting(error -> error.get("code").asString())
                .contains("busy");
    }

    @Test
    void withoutAnAddressASecretOrTheSwitchNobodyIsAsked() {
        TestShop shop = api().signUp();
        String address = system.at(ShopSystem.json("{\"items\": []}"));
        assertThat(refresh(shop)).isEqualTo(Looked.NONE);
        shop.api().put(CONNECTOR, "{\"lookupUrl\": \"" + address + "\", \"enabled\": true}");
        assertThat(refresh(shop)).as("no secret yet").isEqualTo(Looked.NONE);
        shop.api().post(CONNECTOR + "/secret", "{}");
        shop.api().put(CONNECTOR, "{\"lookupUrl\": \"" + address + "\", \"enabled\": false}");
        assertThat(refresh(shop)).as("switched off").isEqualTo(Looked.NONE);
        assertThat(system.calls(address)).isEmpty();
        shop.api().put(CONNECTOR, "{\"lookupUrl\": \"" + address + "\", \"enabled\": true}");
        assertThat(refresh(shop).state()).isEqualTo(State.LIVE);
    }

    @Test
    void aShopsLookupIsNoOthers() {
        Connected connected = connect(telling(order(mine, me, "shipped")));
        in(connected, () -> lookup.refresh(me));
        TestShop elsewhere = api().signUp();

        assertThat(refresh(elsewhere)).isEqualTo(Looked.NONE);
        assertThat(elsewhere.api().get(CONNECTOR).json().get("lookupUrl").isNull())
                .isTrue();
        assertThat(elsewhere
                        .api()
                        .get(CONNECTOR + "/health")
                        .json()
                        .at("/ways/1/state")
                        .asString())
                .isEqualTo("unused");
    }

    @Test
    void bothSecretsSignWhileTheOldOneIsGood() throws EmptyWebhookSecretException, WebhookVerificationException {
        TestShop shop = api().signUp();
        Connected connected = connect(new Connected(shop, "", secret(shop, "{}")), ShopSystem.json("{\"items\": []}"));
        String fresh = secret(shop, "{}");

        in(connected, () -> lookup.refresh(me));
        Call call = system.calls(connected.address()).getFirst();
        new Webhook(connected.secret()).verify(call.body(), webhookHeaders(call));
        new Webhook(fresh).verify(call.body(), webhookHeaders(call));

        secret(connected.shop(), "{\"revokeOld\": true}");
        in(connected, () -> lookup.refresh(other));
        assertThat(system.calls(connected.address()).getLast().headers().get("webhook-signature"))
                .doesNotContain(" ");
    }

    @Test
    void aTrialShowsWhatArrivedWithoutWhatIsPersonal() {
        Connected connected = connect(telling(
                order(mine, me, "shipped"),
                "{\"kind\": \"customers\", \"id\": \"" + me
                        + "\", \"data\": {\"name\": \"林晓\", \"phone\": \"13800138000\"},"
                        + " \"updatedAt\": \"2026-11-20T08:00:00+08:00\"}",
                order(theirs, other, "shipped")));

        JsonNode trial = connected
                .shop()
                .api()
                .post(CONNECTOR + "/test", "{\"customerId\": \"" + me + "\"}")
                .json();

        assertThat(trial.get("ok").asBoolean()).isFalse();
        assertThat(trial.at("/error/code").asString()).isEqualTo("other-customer");
        assertThat(trial.get("items")).hasSize(3);
        assertThat(trial.at("/items/0/outcome").asString()).isEqualTo("stored");
        assertThat(trial.toString()).contains("林**", "138****00").doesNotContain("13800138000");
        assertThat(trial.at("/items/2/data").isNull()).isTrue();

        system.change(connected.address(), ShopSystem.status(503, "text/plain", ""));
        JsonNode broken = connected
                .shop()
                .api()
                .post(CONNECTOR + "/test", "{\"customerId\": \"" + me + "\"}")
                .json();
        assertThat(broken.at("/error/code").asString()).isEqualTo("server-error");
        assertThat(broken.at("/error/action").asString()).isNotBlank();
    }

    @Test
    void anAddressThatLeadsInsideIsNotTaken() {
        TestShop shop = connect(ShopSystem.json("{}")).shop();
        int version = shop.api().get(CONNECTOR).json().get("version").asInt();
        for (String url : new String[] {
            "http://" + system.hostAndPort().replace("localhost", "127.0.0.1") + "/",
            "https://169.254.169.254/",
            "https://localhost/",
            "http://shop.example/lookup"
        }) {
            Answer answer = shop.api().put(CONNECTOR, "{\"lookupUrl\": \"" + url + "\", \"enabled\": true}");
            assertThat(answer.status()).as(url).isEqualTo(400);
            assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo("lookupUrl");
        }
        assertThat(shop.api().get(CONNECTOR).json().get("version").asInt()).isEqualTo(version);
    }

    @Test
    void aStaleChangeIsRefused() {
        Connected connected = connect(ShopSystem.json("{\"items\": []}"));
        Answer answer =
                connected.shop().api().put(CONNECTOR, "{\"lookupUrl\": null, \"enabled\": false, \"version\": 0}");
        assertThat(answer.status()).isEqualTo(409);
    }

    /** Another address is another line, with nothing remembered; the shop is the same for all tests. */
    private Connected connect(Behaviour behaviour) {
        return connect(shared, behaviour);
    }

    private Connected connect(Connected shop, Behaviour behaviour) {
        String address = system.at(behaviour);
        Answer set = shop.shop().api().put(CONNECTOR, "{\"lookupUrl\": \"" + address + "\", \"enabled\": true}");
        assertThat(set.status()).as(set.text()).isEqualTo(200);
        return new Connected(shop.shop(), address, shop.secret());
    }

    private static String secret(TestShop shop, String body) {
        Answer made = shop.api().post(CONNECTOR + "/secret", body);
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return made.json().get("secret").asString();
    }

    private static JsonNode way(Connected connected, String way) {
        JsonNode ways = connected.shop().api().get(CONNECTOR + "/health").json().get("ways");
        for (JsonNode one : ways) {
            if (one.get("way").asString().equals(way)) {
                return one;
            }
        }
        throw new AssertionError("no such way: " + ways);
    }

    private Looked refresh(TestShop shop) {
        return TenantScope.call(new TenantId(UUID.fromString(shop.tenantId())), () -> lookup.refresh(me));
    }

    private List<Order> orders(Connected connected, String customer) {
        return in(connected, () -> data.of(customer, List.of()).orders());
    }

    private static <R> R in(Connected connected, ScopedValue.CallableOp<R, RuntimeException> work) {
        return TenantScope.call(new TenantId(UUID.fromString(connected.shop().tenantId())), work);
    }

    private static Map<String, List<String>> webhookHeaders(Call call) {
        return Map.of(
                "webhook-id", List.of(call.headers().get("webhook-id")),
                "webhook-timestamp", List.of(call.headers().get("webhook-timestamp")),
                "webhook-signature", List.of(call.headers().get("webhook-signature")));
    }

    private static Behaviour telling(String... items) {
        return ShopSystem.json(items(items));
    }

    private static String items(String... items) {
        return "{\"items\": [" + String.join(", ", items) + "]}";
    }

    private static String order(String id, String customer, String status) {
        return """
                {"kind": "orders", "id": "%s", "updatedAt": "2026-11-20T08:00:00+08:00", "data": {
                 "customerId": "%s", "status": "%s", "placedAt": "2026-11-01T08:00:00+08:00",
                 "lines": [{"sku": "s", "name": "面霜", "quantity": 1, "price": "19.90"}], "total": "19.90"}}""".formatted(id, customer, status);
    }

    private static void hold(CountDownLatch latch) {
        try {
            latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
