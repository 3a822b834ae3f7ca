package io.xiaoer.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xiaoer.bots.BotId;
import io.xiaoer.conversations.ConversationHistoryImport;
import io.xiaoer.conversations.ConversationHistoryImport.PastConversation;
import io.xiaoer.conversations.ConversationHistoryImport.PastMessage;
import io.xiaoer.operations.ShopSort.Order;
import io.xiaoer.rollout.Alarm;
import io.xiaoer.rollout.Alarm.Measure;
import io.xiaoer.rollout.Halts;
import io.xiaoer.rollout.Rollout;
import io.xiaoer.rollout.Rollouts;
import io.xiaoer.rollout.ShopperRef;
import io.xiaoer.rollout.Stage;
import io.xiaoer.security.ApiErrors;
import io.xiaoer.security.OperatorUser;
import io.xiaoer.shared.Moment;
import io.xiaoer.tenancy.Actor;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import io.xiaoer.testing.Api;
import io.xiaoer.testing.Api.Answer;
import io.xiaoer.testing.Api.TestShop;
import io.xiaoer.testing.IntegrationTest;
import io.xiaoer.testing.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import tools.jackson.databind.JsonNode;

/** What vendor staff see of a shop, how it is counted, and what they cannot see. */
class OperationsIT extends IntegrationTest {

    private static final Instant NOON = at("2026-03-18T12:30:00+08:00");
    private static final String KNOWN = "过敏了能退吗";
    private static final String UNKNOWN = "今天天气怎么样";

    @Autowired
    private ShopFigures figures;

    @Autowired
    private ShopHealths healths;

    @Autowired
    private Rollouts rollouts;

    @Autowired
    private Halts halts;

    @Autowired
    private ApiErrors errors;

    @Autowired
    private ConversationHistoryImport history;

    @Autowired
    private AuthenticationProvider logins;

    private TestShop shop;

    @BeforeEach
    void openShop() {
        shop = api().signUp();
    }

    @Test
    void listsAShopFromTheMomentItIsThere() {
        Answer shown = ops().get("/api/v1/ops/tenants/" + shop.tenantId());
        assertThat(shown.status()).as(shown.text()).isEqualTo(200);
        assertThat(shown.json().get("name").asString()).isEqualTo("测试美妆店");
        assertThat(shown.json().get("state").asString()).isEqualTo("active");
        assertThat(shown.json().get("countedAt").isNull()).isTrue();
        assertThat(ops().get("/api/v1/ops/tenants?q=" + shop.tenantId())
                        .json()
                        .at("/items/0/id")
                        .asString())
                .isEqualTo(shop.tenantId());
    }

    @Test
    void countsTodayAndTheMonthInTheShopsTimeZone() {
        add(said("2026-03-17T23:58:00+08:00", KNOWN), said("2026-03-18T00:02:00+08:00", UNKNOWN));
        add(said("2026-03-18T09:10:00+08:00", KNOWN));
        add(said("2026-03-18T10:59:00+08:00", KNOWN), said("2026-03-18T11:01:00+08:00", KNOWN));
        Moment.run(NOON, () -> {
            errors.count(tenant(), 404);
            errors.count(tenant(), 500);
            errors.count(tenant(), 200);
            errors.count(tenant(), 401);
        });
        count(NOON);

        ShopHealth health = health();
        assertThat(health.today().conversations())
                .as("a conversation counts when it begins")
                .isEqualTo(2);
        assertThat(health.today().messages()).isEqualTo(4);
        assertThat(health.today().unknown()).isEqualTo(1);
        assertThat(health.today().unknownShare()).hasValue(0.25);
        assertThat(health.today().errors()).isEqualTo(2);
        assertThat(health.today().p95Millis()).isEqualTo(20.0);
        assertThat(health.stage()).isEqualTo("internal");
        assertThat(health.lastSeen()).isEqualTo(at("2026-03-18T11:01:00+08:00"));
        assertThat(health.lastRelease()).isNotNull();
        assertThat(health.countedAt()).isEqualTo(NOON);

        List<ShopHealths.Day> days = at(NOON, () -> asOperator(() -> healths.trend(health)));
        assertThat(days).hasSize(ShopHealths.TREND_DAYS);
        assertThat(days.getLast().figures().conversations()).isEqualTo(2);
        assertThat(days.getLast().figures().messages()).isEqualTo(4);
        assertThat(days.getLast().figures().errors()).isEqualTo(2);
        assertThat(days.get(days.size() - 2).figures().conversations()).isEqualTo(1);
        assertThat(days.get(days.size() - 3).figures().isNothing()).isTrue();
    }

    @Test
    void countsTheSameTwiceAndWhatCameSince() {
        add(said("2026-03-18T12:29:00+08:00", KNOWN));
        count(NOON);
        count(NOON);
        assertThat(health().today().messages()).isEqualTo(1);
        add(said("2026-03-18T12:31:00+08:00", KNOWN));
        count(NOON.plusSeconds(60 * 40));
        assertThat(health().today().messages()).isEqualTo(2);
        List<ShopHealths.Day> days = at(NOON, () -> asOperator(() -> healths.trend(health())));
        assertThat(days.getLast().figures().messages()).isEqualTo(2);
    }

    @Test
    void showsAPilotUnderWayAndThatABotWasTakenBack() {
        Instant now = Instant.now();
        assertThat(asOperator(() -> healths.list(shop.tenantId(), ShopGroup.PILOTS, Order.BY_NAME, null, 5))
                        .items())
                .isEmpty();
        inShop(() -> rollouts.moveTo(bot(), Stage.PILOT, "test", null));
        count(now);
        JsonNode listed = ops().get("/api/v1/ops/tenants?show=pilots&q=" + shop.tenantId())
                .json()
                .at("/items/0");
        assertThat(listed.get("stage").asString()).isEqualTo("pilot");
        assertThat(listed.at("/pilot/enrolled").asInt()).isZero();
        assertThat(listed.at("/pilot/size").asInt()).isEqualTo(150);
        assertThat(listed.get("haltedAt").isNull()).isTrue();

        inShop(() -> {
            Rollout rollout = rollouts.get(bot());
            Alarm alarm = new Alarm(rollout.piloted(), rollout.pilotedSince(), Measure.UNKNOWN, 0.2, 0.45, 60);
            assertThat(halts.halt(bot(), alarm)).isPresent();
        });
        count(now.plusSeconds(60));
        count(now.plusSeconds(120));
        assertThat(ops().get("/api/v1/ops/tenants?show=pilots&q=" + shop.tenantId())
                        .json()
                        .get("items"))
                .isEmpty();
        JsonNode taken = ops().get("/api/v1/ops/tenants/" + shop.tenantId()).json();
        assertThat(taken.get("stage").asString()).isEqualTo("internal");
        assertThat(taken.get("pilot").isNull()).isTrue();
        assertThat(taken.get("halts")).hasSize(1);
        assertThat(taken.at("/halts/0/measure").asString()).isEqualTo("unknown");
        assertThat(ops().get("/api/v1/ops/tenants?show=halted&q=" + shop.tenantId())
                        .json()
                        .get("items"))
                .hasSize(1);
        assertThat(ops().get("/api/v1/ops/tenants?show=everything").status()).isEqualTo(400);
    }

    @Test
    void countsTheFailedCallsOfTheShopsSystems() {
        shop.api().get("/api/v1/bots/none");
        shop.api().post("/api/v1/bots/" + shop.botId() + "/entries", "{}");
        shop.api().get("/api/v1/bots/" + shop.botId());
        api().withToken("junk").get("/api/v1/bots/" + shop.botId());
        count(Instant.now());
        assertThat(health().today().errors()).isEqualTo(2);
    }

    @Test
    void forgetsFailedCallsAfterAMonth() throws SQLException {
        Moment.run(NOON.minus(ApiErrors.KEPT).minusSeconds(7200), () -> errors.count(tenant(), 500));
        Moment.run(NOON.minusSeconds(60), () -> errors.count(tenant(), 500));
        errors.flush();
        Moment.run(NOON, errors::trim);
        assertThat(query("select count(*) from platform.shop_error where tenant_id = '" + shop.tenantId() + "'"))
                .containsExactly("1");
    }

    @Test
    void pagesSearchesAndSorts() {
        api().signUp();
        api().signUp();
        List<String> ids = new ArrayList<>();
        Api vendor = ops();
        int limit = Math.max(2, asOperator(() -> healths.count(null, ShopGroup.ALL)) / 4);
        String cursor = "";
        do {
            Answer page = vendor.get("/api/v1/ops/tenants?sort=-messages&limit=" + limit + cursor);
            assertThat(page.status()).as(page.text()).isEqualTo(200);
            page.json().get("items").forEach(item -> ids.add(item.get("id").asString()));
            JsonNode next = page.json().get("nextCursor");
            cursor = next == null || next.isNull() ? "" : "&cursor=" + next.asString();
        } while (!cursor.isEmpty());
        assertThat(ids).doesNotHaveDuplicates().contains(shop.tenantId()).hasSizeGreaterThan(2);
        assertThat(ops().get("/api/v1/ops/tenants?q=" + UUID.randomUUID())
                        .json()
                        .get("items"))
                .isEmpty();
        for (ShopSort sort : ShopSort.values()) {
            assertThat(vendor.get("/api/v1/ops/tenants?limit=1&sort=" + sort.key())
                            .status())
                    .isEqualTo(200);
        }
        assertThat(vendor.get("/api/v1/ops/tenants?q=%00").json().get("items")).isEmpty();
        assertThat(ops().get("/api/v1/ops/tenants?sort=colour").status()).isEqualTo(400);
        assertThat(ops().get("/api/v1/ops/tenants?cursor=junk").status()).isEqualTo(400);
        assertThat(ops().get("/api/v1/ops/tenants?limit=0").status()).isEqualTo(400);
    }

    @Test
    void sortsByShareAndKeepsTheUncountedLast() {
        add(said("2026-03-18T09:10:00+08:00", UNKNOWN));
        count(NOON);
        TestShop quiet = api().signUp();
        for (String sort : new String[] {"unknownShare", "-unknownShare"}) {
            List<String> ids = new ArrayList<>();
            ops().get("/api/v1/ops/tenants?limit=500&sort=" + sort)
                    .json()
                    .get("items")
                    .forEach(item -> ids.add(item.get("id").asString()));
            assertThat(ids.indexOf(shop.tenantId())).as(sort).isBetween(0, ids.indexOf(quiet.tenantId()) - 1);
        }
    }

    @Test
    void givesTheVendorsProgramsTheirScopeOnly() {
        Answer token = api().requestToken(OPS_CLIENT, OPS_SECRET, null);
        assertThat(token.json().get("scope").asString()).isEqualTo("ops");
        assertThat(api().requestToken(OPS_CLIENT, OPS_SECRET, "manage").status())
                .isEqualTo(400);
        assertThat(api().requestToken(OPS_CLIENT, "wrong", null).status()).isEqualTo(401);
    }

    @Test
    void letsAnOperatorInAndKeepsTheirAddressFromShops() {
        var login = UsernamePasswordAuthenticationToken.unauthenticated(OPERATOR, OPERATOR_PASSWORD);
        assertThat(logins.authenticate(login)).extracting("principal").isInstanceOf(OperatorUser.class);
        Answer taken = api().post("/api/v1/signup", """
                {"shopName": "冒名店", "email": "%s", "password": "correct horse battery", "template": "beauty", "locale": "zh-CN"}
                """.formatted(OPERATOR));
        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.json().get("code").asString()).isEqualTo("email-taken");
    }

    @Test
    void theOperatorRoleReadsFiguresAndNothingElse() throws SQLException {
        var login = databaseAccess().operator();
        try (Connection operator = DriverManager.getConnection(databaseAccess().url(), login.user(), login.password());
                var statement = operator.createStatement()) {
            try (var rows = statement.executeQuery("select count(*) from platform.shop")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getInt(1)).isPositive();
            }
            for (String table : new String[] {
                "tenants.shop",
                "tenants.member",
                "tenants.suspension",
                "conversations.message",
                "knowledge.entry",
                "platform.operator",
                "platform.ops_client",
                "platform.signing_key"
            }) {
                assertThatThrownBy(() -> statement.executeQuery("select 1 from " + table))
                        .as(table)
                        .hasMessageContaining("permission denied");
            }
            assertThatThrownBy(() -> statement.executeUpdate("update platform.shop set name = ''"))
                    .hasMessageContaining("permission denied");
        }
    }

    private void count(Instant moment) {
        errors.flush();
        at(
                moment,
                () -> TenantScope.call(tenant(), Actor.platform(), () -> {
                    figures.count();
                    return true;
                }));
    }

    private void inShop(Runnable work) {
        TenantScope.run(tenant(), Actor.platform(), work);
    }

    private BotId bot() {
        return new BotId(UUID.fromString(shop.botId()));
    }

    private ShopHealth health() {
        return asOperator(() -> healths.get(tenant()));
    }

    private static <T> T asOperator(Supplier<T> work) {
        return TenantScope.<T, RuntimeException>callAs(Actor.operator(OPERATOR), work::get);
    }

    private static <T> T at(Instant moment, Supplier<T> work) {
        return Moment.<T, RuntimeException>call(moment, work::get);
    }

    private void add(PastMessage... said) {
        inShop(() -> history.add(
                bot(),
                List.of(new PastConversation(ShopperRef.visitor("v-" + UUID.randomUUID()), null, List.of(said)))));
    }

    private static PastMessage said(String at, String text) {
        return new PastMessage(at(at), text, 1, 20_000);
    }

    private static Instant at(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    private TenantId tenant() {
        return new TenantId(UUID.fromString(shop.tenantId()));
    }

    private static List<String> query(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection superuser = TestDatabase.superuser(databaseName());
                var statement = superuser.createStatement();
                var result = statement.executeQuery(sql)) {
            while (result.next()) {
                rows.add(result.getString(1));
            }
        }
        return rows;
    }
}
