package io.xiaoer.connectors.internal.bridges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.xiaoer.connectors.internal.WayLog;
import io.xiaoer.connectors.internal.outward.AllowedHosts;
import io.xiaoer.connectors.internal.outward.GuardedHttp;
import io.xiaoer.operations.ShopFigures;
import io.xiaoer.operations.ShopHealths;
import io.xiaoer.shared.Health;
import io.xiaoer.shopdata.AfterSale;
import io.xiaoer.shopdata.LiveLookup;
import io.xiaoer.shopdata.Order;
import io.xiaoer.shopdata.RecordKind;
import io.xiaoer.shopdata.ShopData;
import io.xiaoer.shopdata.ShopRecords;
import io.xiaoer.tenancy.Actor;
import io.xiaoer.tenancy.Directory;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import io.xiaoer.testing.Api;
import io.xiaoer.testing.Api.Answer;
import io.xiaoer.testing.Api.TestShop;
import io.xiaoer.testing.IntegrationTest;
import io.xiaoer.testing.TestDatabase;
import io.xiaoer.testing.platforms.PlatformSimulator;
import io.xiaoer.testing.platforms.PlatformSimulator.Telling;
import io.xiaoer.testing.platforms.PlatformSimulator.Trouble;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** What every bridge must do, whatever its platform does. A bridge's own test names the platform and adds what is special about it. */
public abstract class BridgeContract extends IntegrationTest {

    private static final String API = "/api/v1/connectors/bridges/";

    /** After that, what was told is due. */
    private static final Duration PUSHES_DUE = Duration.ofSeconds(32);

    private static final int MOST_STEPS = 100_000;

    @Autowired
    private Catalogue catalogue;

    @Autowired
    private BridgeRows rows;

    @Autowired
    private SyncRows syncRows;

    @Autowired
    private PushRows pushRows;

    @Autowired
    private Taking taking;

    @Autowired
    private WayLog log;

    @Autowired
    private GuardedHttp http;

    @Autowired
    private AllowedHosts allowed;

    @Autowired
    private ShopData data;

    @Autowired
    private ShopRecords records;

    @Autowired
    private Directory directory;

    @Autowired
    private LiveLookup lookup;

    @Autowired
    private DSLContext db;

    @Autowired
    private ShopFigures figures;

    @Autowired
    private ShopHealths healths;

    @Autowired
    private TransactionTemplate transaction;

    protected abstract PlatformSimulator platform();

    /** A shop here and there. */
    protected record Linked(TestShop shop, TenantId tenant, String account, MovableClock clock) {
        protected Api api() {
            return shop.api();
        }
    }

    /** A server: what it knows is in the database, and gone with it is the rest. */
    private final class Node {
        final Grants grants;
        final Sessions sessions;
        final Syncs syncs;
        final PushInbox inbox;

        Node(MovableClock clock) {
            grants = new Grants(rows, http, allowed, transaction, clock);
            sessions = new Sessions(http, allowed, grants, new Paces(db, transaction), data, log, clock);
            syncs = new Syncs(syncRows, rows, sessions, taking, log, transaction, clock);
            inbox = new PushInbox(pushRows, rows, sessions, taking, log, transaction, clock);
        }
    }

    /** What a power cut looks like from inside. */
    private static final class PowerCut extends Error {
        private static final long serialVersionUID = 1L;
    }

    private Bridge bridge() {
        return catalogue.find(platform().bridge()).orElseThrow();
    }

    private Linked open() {
        TestShop shop = api().signUp();
        MovableClock clock = new MovableClock();
        return new Linked(
                shop, new TenantId(UUID.fromString(shop.tenantId())), platform().openShop(clock), clock);
    }

    /** Connected, with a reading begun that nobody but the test drives. */
    private Linked linked(int orders) {
        Linked shop = open();
        platform().sell(shop.account(), orders);
        connect(shop);
        return shop;
    }

    private Permit permit(Linked shop) {
        return platform().hasPage()
                ? new Permit.Code(platform().code(shop.account()), null)
                : new Permit.Keys(platform().keys(shop.account()));
    }

    private void connect(Linked shop) {
        in(shop, () -> {
            Node node = new Node(shop.clock());
            Grant grant = bridge().authorise(permit(shop), node.sessions.unhurried());
            transaction.executeWithoutResult(status -> {
                directory.registerBridgeAccount(bridge().key(), grant.account(), shop.tenant());
                rows.connect(shop.tenant(), bridge().key(), grant, null, OffsetDateTime.now(shop.clock()));
                node.syncs.beginFull(shop.tenant(), bridge());
            });
            return true;
        });
    }

    @Test
    void readsEverythingWhateverHappens() {
        endsEqualToThePlatform(230, 20);
    }

    @Test
    @Tag("long")
    void readsTenThousandOrdersWhateverHappens() {
        endsEqualToThePlatform(10_000, 400);
    }

    /** Changes, spent tokens, limits and a power cut while it reads; what is told comes in any order and twice. */
    private void endsEqualToThePlatform(int orders, int cutAfter) {
        Linked shop = linked(orders);
        platform().trouble(shop.account(), Trouble.RATE, true);
        Node node = new Node(shop.clock());
        int steps = 0;
        boolean more = true;
        while (more) {
            assertThat(++steps).as("steps").isLessThan(MOST_STEPS);
            if (steps % 9 == 4) {
                platform().expireToken(shop.account());
            }
            if (steps % 5 == 0 && steps < 8 * cutAfter) {
                platform().change(shop.account());
            }
            if (steps == cutAfter) {
                Node doomed = node;
                assertThatThrownBy(() -> in(shop, () -> doomed.syncs.step(shop.tenant(), cutOff(bridge()))))
                        .isInstanceOf(PowerCut.class);
                shop.clock().move(Syncs.LOST_AFTER);
                node = new Node(shop.clock());
            }
            more = step(shop, node);
        }
        assertThat(platform().refreshes(shop.account()) > 0)
                .isEqualTo(platform().hasPage());
        deliver(shop, platform().tellings(shop.account()));
        shop.clock().moveBeyondNow(PUSHES_DUE);
        applyAll(shop, node);
        platform().trouble(shop.account(), Trouble.RATE, false);

        assertEqualToThePlatform(shop);
        assertThat(in(shop, () -> reading(shop)).state()).isEqualTo(SyncRows.State.DONE);
    }

    @Test
    void whatWasNeverToldTheDailyReadingFinds() {
        Linked shop = linked(30);
        Node node = new Node(shop.clock());
        readAll(shop, node);
        for (int i = 0; i < 40; i++) {
            platform().change(shop.account());
        }
        platform().tellings(shop.account());

        assertThat(in(shop, () -> inTransaction(() -> node.syncs.beginChangesIfDue(shop.tenant(), bridge()))))
                .isFalse();
        shop.clock().move(Duration.ofHours(25));
        assertThat(in(shop, () -> inTransaction(() -> node.syncs.beginChangesIfDue(shop.tenant(), bridge()))))
                .isTrue();
        readAll(shop, node);

        assertEqualToThePlatform(shop);
    }

    @Test
    void aPlatformThatIsDownForAnHourLosesNothing() {
        Linked shop = linked(120);
        Node node = new Node(shop.clock());
        for (int i = 0; i < 3; i++) {
            step(shop, node);
        }
        platform().trouble(shop.account(), Trouble.DOWN, true);
        platform().change(shop.account());
        deliver(shop, platform().tellings(shop.account()));
        shop.clock().moveBeyondNow(PUSHES_DUE);
        OffsetDateTime begun = OffsetDateTime.now(shop.clock());
        int asked = 0;
        while (OffsetDateTime.now(shop.clock()).isBefore(begun.plusHours(1))) {
            Duration wait =
                    in(shop, () -> node.syncs.step(shop.tenant(), bridge())).orElseThrow();
            assertThat(wait).isBetween(Duration.ofSeconds(3), Patience.MOST.plusMinutes(1));
            in(shop, () -> node.inbox.step(shop.tenant(), bridge()));
            shop.clock().move(wait);
            asked++;
        }
        assertThat(asked).as("gently").isBetween(10, 30);
        assertThat(in(shop, () -> reading(shop)).fault()).isEqualTo("PLATFORM_DOWN");
        platform().trouble(shop.account(), Trouble.DOWN, false);
        shop.clock().move(Duration.ofMinutes(7));
        readAll(shop, node);
        assertThat(count("bridge_push", shop, "next_attempt_at is not null")).isPositive();
        assertThat(count("bridge_push", shop, "attempts > 0"))
                .as("that it is down is not held against a push")
                .isZero();
        applyAll(shop, node);

        assertEqualToThePlatform(shop);
    }

    @Test
    void theVendorSeesHowFarBehindWeAre() {
        Linked shop = linked(5);
        Node node = new Node(shop.clock());
        readAll(shop, node);
        Health.Platform calm = inVendorsEyes(shop);
        assertThat(calm.lost()).isFalse();
        assertThat(calm.readUntil()).isNotNull();
        assertThat(calm.waiting()).isZero();
        assertThat(calm.fault()).isNull();

        platform().change(shop.account());
        // what need not be waited for is tried as soon as it is told
        platform().trouble(shop.account(), Trouble.DOWN, true);
        deliver(shop, platform().tellings(shop.account()));
        shop.clock().moveBeyondNow(PUSHES_DUE);
        in(shop, () -> node.inbox.step(shop.tenant(), bridge()));
        await().atMost(Duration.ofSeconds(20)).until(() -> inVendorsEyes(shop).failures() > 0);
        Health.Platform down = inVendorsEyes(shop);
        assertThat(down.waiting()).isEqualTo(1);
        assertThat(down.waitingSince()).isNotNull();
        assertThat(down.fault()).isEqualTo("platform-down");
        assertThat(asOperator(() -> healths.platforms()))
                .filteredOn(health -> health.platform().equals(bridge().key()))
                .singleElement()
                .satisfies(health -> assertThat(health.failing()).isPositive());
        platform().trouble(shop.account(), Trouble.DOWN, false);
        assertThat(shop.api().send("DELETE", API + bridge().key(), null).status())
                .isEqualTo(204);
        in(shop, () -> {
            figures.count();
            return true;
        });
        assertThat(asOperator(() -> healths.platforms(shop.tenant()))).isEmpty();
    }

    private Health.Platform inVendorsEyes(Linked shop) {
        in(shop, () -> {
            figures.count();
            return true;
        });
        return asOperator(() -> healths.platforms(shop.tenant())).getFirst();
    }

    private static <T> T asOperator(Supplier<T> work) {
        return TenantScope.<T, RuntimeException>callAs(Actor.operator(OPERATOR), work::get);
    }

    @Test
    void answersInAnotherFormAreNotTaken() {
        Linked shop = linked(20);
        Node node = new Node(shop.clock());
        platform().trouble(shop.account(), Trouble.GARBLED, true);
        for (int i = 0; i < 4; i++) {
            step(shop, node);
            assertThat(in(shop, () -> reading(shop)).fault()).isEqualTo("PLATFORM_FORM");
        }
        platform().trouble(shop.account(), Trouble.GARBLED, false);
        readAll(shop, node);

        assertEqualToThePlatform(shop);
        assertThat(in(shop, () -> reading(shop)).fault()).isNull();
    }

    @Test
    void aForgedPushIsRefusedAndAReplayedOneCountsOnce() {
        Linked shop = linked(5);
        readAll(shop, new Node(shop.clock()));
        platform().change(shop.account());
        Telling telling = platform().tellings(shop.account()).getFirst();

        assertThat(post(platform().forged(telling)).status()).isEqualTo(401);
        assertThat(post(platform().altered(telling)).status()).isEqualTo(401);
        assertThat(post(platform().unsigned(telling)).status()).isEqualTo(401);
        assertThat(api().post("/hooks/bridges/nothing", telling.body()).status())
                .isEqualTo(404);
        assertThat(count("bridge_push", shop)).isZero();

        for (int i = 0; i < 3; i++) {
            Answer answer = post(telling);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.text()).isEqualTo(bridge().acknowledgement());
        }
        assertThat(count("bridge_push", shop)).isEqualTo(1);
    }

    @Test
    void whatIsToldIsReadAfterItsTimeAndTheHighestVersionWins() {
        Linked shop = linked(1);
        Node node = new Node(shop.clock());
        readAll(shop, node);
        List<Telling> tellings = new ArrayList<>();
        while (tellings.size() < 6) {
            platform().change(shop.account());
            tellings.addAll(platform().tellings(shop.account()));
        }
        Collections.reverse(tellings);
        tellings.forEach(telling -> assertThat(post(telling).status()).isEqualTo(200));
        int before = platform().calls(shop.account());
        if (platform().hasPage()) {
            shop.clock().moveBeyondNow(Duration.ofSeconds(25));
            assertThat(in(shop, () -> node.inbox.step(shop.tenant(), bridge()))).isEmpty();
            assertThat(platform().calls(shop.account())).as("too early").isEqualTo(before);
        }
        shop.clock().moveBeyondNow(PUSHES_DUE);
        applyAll(shop, node);

        assertEqualToThePlatform(shop);
        assertThat(states(shop)).contains("STALE", "APPLIED").doesNotContain("WAITING", "DEAD", "REJECTED");
    }

    @Test
    void oneNodeRefreshesForAll() throws Exception {
        assumeTrue(platform().hasPage());
        Linked shop = linked(5);
        List<Node> nodes = List.of(new Node(shop.clock()), new Node(shop.clock()), new Node(shop.clock()));
        Grants.Held spent = in(shop, () -> nodes.getFirst().grants.held(shop.tenant(), bridge()));
        platform().expireToken(shop.account());
        List<Callable<Integer>> wishes = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            Node node = nodes.get(i % nodes.size());
            wishes.add(() -> in(
                    shop,
                    () -> node.grants
                            .renewed(shop.tenant(), bridge(), spent, Duration.ofSeconds(10))
                            .no()));
        }
        try (ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> wish : hands.invokeAll(wishes)) {
                assertThat(wish.get()).isEqualTo(spent.no() + 1);
            }
        }
        assertThat(platform().refreshes(shop.account())).isEqualTo(1);
        readAll(shop, nodes.getLast());
        assertEqualToThePlatform(shop);
    }

    @Test
    void whoeverIsInAHurryLosesNoToken() {
        assumeTrue(platform().hasPage());
        Linked shop = linked(5);
        Node node = new Node(shop.clock());
        Grants.Held spent = in(shop, () -> node.grants.held(shop.tenant(), bridge()));
        platform().expireToken(shop.account());
        assertThatThrownBy(
                        () -> in(shop, () -> node.grants.renewed(shop.tenant(), bridge(), spent, Duration.ofNanos(1))))
                .hasCauseInstanceOf(BridgeFailed.class);
        await().atMost(Duration.ofSeconds(10))
                .until(() -> in(shop, () -> node.grants.held(shop.tenant(), bridge()))
                                .no()
                        > spent.no());
        readAll(shop, node);
        assertThat(platform().refreshes(shop.account())).isEqualTo(1);
        assertEqualToThePlatform(shop);
    }

    @Test
    void aTokenIsReplacedBeforeItEnds() {
        assumeTrue(platform().hasPage());
        Linked shop = linked(5);
        Node node = new Node(shop.clock());
        shop.clock().move(Duration.ofDays(5));
        renewEarly(shop, node);
        assertThat(platform().refreshes(shop.account())).isZero();
        shop.clock().move(Duration.ofDays(1).plusHours(1));
        renewEarly(shop, node);
        assertThat(platform().refreshes(shop.account())).isEqualTo(1);
    }

    @Test
    void aRevokedAuthorisationIsSaidAndTheNextOneGoesOn() {
        Linked shop = linked(120);
        Node node = new Node(shop.clock());
        step(shop, node);
        step(shop, node);
        platform().revoke(shop.account());
        assertThat(in(shop, () -> node.syncs.step(shop.tenant(), bridge()))).isEmpty();

        JsonNode status = shop.api().get(API + bridge().key()).json();
        assertThat(status.path("state").asString()).isEqualTo("lost");
        assertThat(status.at("/reading/running").asBoolean()).isTrue();
        assertThat(status.at("/reading/fault").asString()).isEqualTo("authorisation-lost");
        assertThat(shop.api()
                        .get("/api/v1/connectors/api/health")
                        .json()
                        .at("/ways/3")
                        .toString())
                .contains("authorisation-lost");
        assertThat(in(shop, () -> node.syncs.step(shop.tenant(), bridge()))).isEmpty();

        in(shop, () -> {
            Grant again = bridge().authorise(permit(shop), node.sessions.unhurried());
            transaction.executeWithoutResult(tx -> {
                rows.connect(shop.tenant(), bridge().key(), again, null, OffsetDateTime.now(shop.clock()));
                syncRows.hurry(shop.tenant(), bridge().key(), OffsetDateTime.now(shop.clock()));
            });
            return true;
        });
        readAll(shop, node);
        assertEqualToThePlatform(shop);
    }

    @Test
    void whoLeavesMayKeepTheDataAndComeBack() {
        Linked shop = linked(20);
        Node node = new Node(shop.clock());
        readAll(shop, node);
        platform().change(shop.account());
        deliver(shop, platform().tellings(shop.account()));

        assertThat(shop.api().send("DELETE", API + bridge().key(), null).status())
                .isEqualTo(204);
        assertThat(shop.api().get(API + bridge().key()).json().path("state").asString())
                .isEqualTo("none");
        assertThat(ids("shop_order", shop)).hasSize(20);
        for (String table : List.of("bridge", "bridge_sync", "bridge_push")) {
            assertThat(count(table, shop)).as(table).isZero();
        }
        assertThat(in(shop, () -> node.syncs.step(shop.tenant(), bridge()))).isEmpty();
        assertThat(shop.api().send("DELETE", API + bridge().key(), null).status())
                .isEqualTo(404);

        connect(shop);
        readAll(shop, node);
        assertEqualToThePlatform(shop);
    }

    @Test
    void anotherShopsConnectionLooksMissing() {
        Linked shop = linked(5);
        readAll(shop, new Node(shop.clock()));
        platform().change(shop.account());
        deliver(shop, platform().tellings(shop.account()));
        String event = shop.api()
                .get(API + bridge().key() + "/events")
                .json()
                .at("/items/0/id")
                .asString();
        assertThat(event).isNotEmpty();

        Linked other = open();
        String path = API + bridge().key();
        assertThat(other.api().get(path).json().path("state").asString()).isEqualTo("none");
        assertThat(other.api().get(path).text()).doesNotContain(shop.account());
        assertThat(other.api().get(path + "/events").json().path("items")).isEmpty();
        assertThat(other.api().send("DELETE", path, null).status()).isEqualTo(404);
        assertThat(other.api().post(path + "/read-again", "{}").status()).isEqualTo(400);
        platform().sell(other.account(), 1);
        connect(other);
        assertThat(other.api()
                        .post(path + "/events/replay", "{\"id\": \"" + event + "\"}")
                        .status())
                .isEqualTo(404);
        assertThat(shop.api()
                        .post(path + "/events/replay", "{\"id\": \"" + event + "\"}")
                        .status())
                .isEqualTo(204);
        assertThat(count("bridge_push", other)).isZero();
    }

    @Test
    void anOwnerConnectsSeesTheProgressAsksAndLeaves() {
        Linked shop = open();
        platform().sell(shop.account(), 40);
        if (platform().hasPage()) {
            entersByThePage(shop);
        } else {
            entersWithKeys(shop);
        }

        await().atMost(Duration.ofSeconds(30)).until(() -> {
            JsonNode reading = shop.api().get(API + bridge().key()).json().path("reading");
            return !reading.path("running").asBoolean() && !reading.path("full").asBoolean();
        });
        assertEqualToThePlatform(shop);
        assertNothingSecretIsKeptOrShown(shop);
        assertAsksThePlatform(shop);

        assertThat(shop.api()
                        .send("DELETE", API + bridge().key() + "?removeData=true", null)
                        .status())
                .isEqualTo(204);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> shop.api()
                        .get(API + bridge().key())
                        .json()
                        .path("state")
                        .asString()
                        .equals("none"));
        assertThat(ids("shop_order", shop)).isEmpty();
        platform().change(shop.account());
        Telling late = platform().tellings(shop.account()).getFirst();
        assertThat(post(late).status())
                .as("it need not be told again, if who signs it is known without the shop")
                .isEqualTo(platform().hasPage() ? 200 : 401);
        assertThat(count("bridge_push", shop)).isZero();
    }

    private void entersByThePage(Linked shop) {
        String code = platform().code(shop.account());
        String page = shop.api()
                .post(API + bridge().key() + "/authorisation", "{}")
                .json()
                .path("page")
                .asString();
        String state = page.replaceFirst(".*state=([^&]*).*", "$1");
        String other = api().signUp()
                .api()
                .post(API + bridge().key() + "/authorisation", "{}")
                .json()
                .path("page")
                .asString()
                .replaceFirst(".*state=([^&]*).*", "$1");

        assertProblem(put(shop, "{\"code\": \"" + code + "\", \"state\": \"" + other + "\"}"), "state");
        assertProblem(put(shop, "{\"code\": \"junk\"}"), "code");
        Answer connected = put(shop, "{\"code\": \"" + code + "\", \"state\": \"" + state + "\"}");
        assertThat(connected.status()).as(connected.text()).isEqualTo(200);
        assertThat(connected.json().path("state").asString()).isEqualTo("connected");
        assertThat(put(shop, "{\"code\": \"" + code + "\"}").status())
                .as("the page is loaded twice")
                .isEqualTo(200);
        Linked thief = open();
        assertProblem(put(thief, "{\"code\": \"" + code + "\"}"), "code");
        assertProblem(put(thief, "{\"code\": \"" + platform().code(shop.account()) + "\"}"), "account");
        assertProblem(put(shop, "{\"code\": \"" + platform().code(thief.account()) + "\"}"), "account");
    }

    private void entersWithKeys(Linked shop) {
        assertThat(shop.api()
                        .post(API + bridge().key() + "/authorisation", "{}")
                        .status())
                .isEqualTo(400);
        String old = keys(shop);
        platform().revoke(shop.account());
        assertProblem(put(shop, old), "keys");
        Answer connected = put(shop, keys(shop));
        assertThat(connected.status()).as(connected.text()).isEqualTo(200);
        assertThat(connected.json().path("state").asString()).isEqualTo("connected");
        assertThat(put(shop, keys(shop)).status()).as("other keys").isEqualTo(200);
        Linked thief = open();
        assertProblem(put(thief, keys(shop)), "account");
        assertProblem(put(shop, keys(thief)), "account");
    }

    private String keys(Linked shop) {
        return "{\"keys\": " + BridgeHttp.JSON.writeValueAsString(platform().keys(shop.account())) + "}";
    }

    /** Something changes, and nobody has told of it yet. */
    private void assertAsksThePlatform(Linked shop) {
        Map<String, PlatformSimulator.Order> before = platform().orders(shop.account());
        String customer = before.values().stream()
                .filter(order -> order.status().equals("SHIPPED"))
                .findFirst()
                .orElseThrow()
                .customerId();
        in(shop, () -> {
            for (int i = 0; i < 30; i++) {
                platform().change(shop.account());
            }
            // a busy machine may take longer than a shopper waits; then it is asked again a little later
            await().pollInterval(Duration.ofSeconds(1))
                    .atMost(Duration.ofSeconds(120))
                    .until(() -> in(shop, () -> lookup.refresh(customer).state()) == LiveLookup.State.LIVE);
            Map<String, PlatformSimulator.Order> now = platform().orders(shop.account());
            data.of(customer, List.of()).orders().stream()
                    .filter(order -> isUnderWay(before.get(order.id())))
                    .limit(3)
                    .forEach(order -> assertThat(order.status().name())
                            .isEqualTo(
                                    Objects.requireNonNull(now.get(order.id())).status()));
            return true;
        });
        Order shipped = in(
                shop,
                () -> data.of(customer, List.of()).orders().stream()
                        .filter(order -> !order.shipments().isEmpty())
                        .findFirst()
                        .orElseThrow());
        assertThat(shipped.shipments().getFirst().events())
                .as("where the parcel is")
                .isNotEmpty();
        assertThat(shipped.freshness().source()).isEqualTo(bridge().key());
    }

    private static boolean isUnderWay(PlatformSimulator.@Nullable Order order) {
        return order != null && !Set.of("COMPLETED", "CANCELLED").contains(order.status());
    }

    private void assertNothingSecretIsKeptOrShown(Linked shop) {
        String kept =
                query("select coalesce(string_agg(b::text, ''), '') || (select coalesce(string_agg(s::text, ''), '')"
                        + " from connectors.bridge_sync s) from connectors.bridge b");
        String shown = shop.api().get(API + bridge().key()).text()
                + shop.api().get(API + bridge().key() + "/events").text();
        for (String secret : platform().secrets(shop.account())) {
            assertThat(kept).doesNotContain(secret);
            assertThat(shown).doesNotContain(secret);
        }
    }

    private Bridge cutOff(Bridge bridge) {
        return (Bridge) Proxy.newProxyInstance(
                Bridge.class.getClassLoader(), new Class<?>[] {Bridge.class}, (proxy, method, arguments) -> {
                    try {
                        Object result = method.invoke(bridge, arguments);
                        if (method.getName().equals("page")) {
                            throw new PowerCut();
                        }
                        return result;
                    } catch (InvocationTargetException e) {
                        // however the platform answered, the power is gone
                        throw method.getName().equals("page") ? new PowerCut() : e.getCause();
                    }
                });
    }

    private void renewEarly(Linked shop, Node node) {
        in(shop, () -> {
            node.grants.renewEarly(shop.tenant(), bridge());
            return true;
        });
    }

    /** One step, and the wait after it; false if there is none to wait for. */
    private boolean step(Linked shop, Node node) {
        Optional<Duration> wait = in(shop, () -> node.syncs.step(shop.tenant(), bridge()));
        wait.ifPresent(shop.clock()::move);
        return wait.isPresent();
    }

    private void readAll(Linked shop, Node node) {
        for (int steps = 0; step(shop, node); steps++) {
            assertThat(steps).as("steps").isLessThan(MOST_STEPS);
        }
    }

    private void applyAll(Linked shop, Node node) {
        for (int steps = 0; count("bridge_push", shop, "next_attempt_at is not null") > 0; steps++) {
            assertThat(steps).as("steps").isLessThan(MOST_STEPS);
            Optional<Duration> wait = in(shop, () -> node.inbox.step(shop.tenant(), bridge()));
            shop.clock().move(wait.orElse(Duration.ofSeconds(1)));
        }
    }

    private void deliver(Linked shop, List<Telling> tellings) {
        List<Telling> twice = new ArrayList<>(tellings);
        twice.addAll(tellings);
        Collections.shuffle(twice, new Random(7));
        twice.forEach(telling -> assertThat(post(telling).status()).isEqualTo(200));
        assertThat(count("bridge_push", shop)).isEqualTo(tellings.size());
    }

    private Answer post(Telling telling) {
        List<String> headers = new ArrayList<>();
        telling.headers().forEach((name, value) -> headers.addAll(List.of(name, value)));
        return api().with(headers.toArray(String[]::new)).post(telling.path(), telling.body());
    }

    private Answer put(Linked shop, String body) {
        return shop.api().put(API + bridge().key(), body);
    }

    private static void assertProblem(Answer answer, String field) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo(field);
    }

    private void assertEqualToThePlatform(Linked shop) {
        Map<String, PlatformSimulator.Order> expected = platform().orders(shop.account());
        assertThat(ids("shop_order", shop)).isEqualTo(expected.keySet());
        assertThat(ids("after_sale", shop))
                .isEqualTo(platform().afterSales(shop.account()).keySet());
        Map<String, PlatformSimulator.Order> found = new TreeMap<>();
        Map<String, String> sales = new TreeMap<>();
        in(shop, () -> {
            expected.keySet()
                    .forEach(id -> found.put(
                            id, seen((Order) records.get(RecordKind.ORDERS, id).orElseThrow())));
            platform()
                    .afterSales(shop.account())
                    .keySet()
                    .forEach(id -> sales.put(
                            id,
                            ((AfterSale) records.get(RecordKind.AFTERSALES, id).orElseThrow())
                                    .status()
                                    .name()));
            return true;
        });
        assertThat(found).isEqualTo(expected);
        assertThat(sales).isEqualTo(platform().afterSales(shop.account()));
    }

    private static PlatformSimulator.Order seen(Order order) {
        return new PlatformSimulator.Order(
                order.customerId(),
                order.status().name(),
                Objects.requireNonNull(order.total()).amount().toPlainString(),
                order.status() == Order.Status.SHIPPED
                        ? order.shipments().stream()
                                .map(shipment -> Objects.requireNonNull(shipment.trackingNo()))
                                .toList()
                        : List.of());
    }

    private SyncRows.Row reading(Linked shop) {
        return inTransaction(() -> syncRows.last(shop.tenant(), bridge().key(), 1))
                .getFirst();
    }

    private <T> T inTransaction(Callable<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> {
            try {
                return work.call();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }));
    }

    private static <T> T in(Linked shop, Callable<T> work) {
        try {
            return TenantScope.call(shop.tenant(), Actor.platform(), work::call);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Set<String> states(Linked shop) {
        return new TreeSet<>(
                List.of(query("select string_agg(distinct state, ',') from connectors.bridge_push where tenant_id = '"
                                + shop.tenant().value() + "'")
                        .split(",")));
    }

    private static Set<String> ids(String table, Linked shop) {
        String all = query("select coalesce(string_agg(id, ','), '') from shopdata." + table + " where tenant_id = '"
                + shop.tenant().value() + "'");
        return all.isEmpty() ? Set.of() : new TreeSet<>(List.of(all.split(",")));
    }

    private static int count(String table, Linked shop) {
        return count(table, shop, "true");
    }

    private static int count(String table, Linked shop, String which) {
        return Integer.parseInt(query("select count(*) from connectors." + table + " where tenant_id = '"
                + shop.tenant().value() + "' and " + which));
    }

    private static String query(String sql) {
        try (Connection superuser = TestDatabase.superuser(databaseName());
                var found = superuser.createStatement().executeQuery(sql)) {
            return found.next() ? String.valueOf(found.getString(1)) : "";
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
