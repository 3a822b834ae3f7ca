package io.xiaoer.shopdata;

import static org.assertj.core.api.Assertions.assertThat;

import io.xiaoer.tenancy.Actor;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import io.xiaoer.testing.Api.Answer;
import io.xiaoer.testing.Api.TestShop;
import io.xiaoer.testing.IntegrationTest;
import io.xiaoer.testing.StatementCounter;
import io.xiaoer.testing.TestDatabase;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ShopPushIT extends IntegrationTest {

    @Autowired
    private ShopData data;

    private TestShop shop;

    @BeforeEach
    void makeAShop() {
        shop = api().signUp();
    }

    @Test
    void keepsWhatAShopTells() {
        put("customers/c1", """
                {"name": "王小明", "phone": "13812341234", "memberLevel": "gold", "updatedAt": "2026-01-01T10:00:00+08:00"}
                """);
        put("orders/o1", ShopdataFixtures.order("c1", "shipped", "2026-01-02T00:00:00Z"));
        put("aftersales/a1", """
                {"orderId": "o1", "kind": "refund", "status": "requested", "amount": 12.5,
                 "updatedAt": "2026-01-03T00:00:00Z"}
                """);
        put("coupons/k1", """
                {"customerId": "c1", "name": "满减券", "kind": "amount", "value": "10", "threshold": "99.00",
                 "updatedAt": "2026-01-03T00:00:00Z"}
                """);
        put("products/s1", """
                {"name": "面霜", "price": "59.9", "attributes": {"z": "1", "a": {"b": [1, 2]}}, "url": "https://shop.example/s1",
                 "updatedAt": "2026-01-03T00:00:00Z"}
                """);

        List<ShopperRecords> found = new ArrayList<>();
        List<String> statements =
                StatementCounter.during(() -> found.add(within(() -> data.of("c1", List.of("unknown")))));

        assertThat(statements).hasSizeLessThanOrEqualTo(3);
        ShopperRecords records = found.getFirst();
        assertThat(records.customer()).isNotNull().satisfies(customer -> {
            assertThat(customer.phone()).isEqualTo("13812341234");
            assertThat(customer.freshness().source()).isEqualTo("push");
        });
        Order order = records.orders().getFirst();
        assertThat(order.status()).isEqualTo(Order.Status.SHIPPED);
        assertThat(order.shipTo()).isEqualTo(new Order.ShipTo("王小明", "13812341234", "上海市", "世纪大道1号"));
        assertThat(order.shipments().getFirst().courierPhone()).isEqualTo("13900001111");
        assertThat(order.shipments().getFirst().events()).hasSize(1);
        assertThat(order.lines().getFirst().price()).hasToString("59.90");
        assertThat(records.afterSales()).extracting(AfterSale::id).containsExactly("a1");
        assertThat(records.coupons()).extracting(Coupon::status).containsExactly(Coupon.Status.UNUSED);
        assertThat(records.products()).containsOnlyKeys("s1");
        assertThat(records.product("s1").orElseThrow().attributes().keySet()).containsExactly("z", "a");
    }

    @Test
    void neverGoesBackToWhatIsOlder() {
        put("orders/o1", ShopdataFixtures.order("c1", "delivered", "2026-01-05T00:00:00Z"));

        Answer stale = put("orders/o1", ShopdataFixtures.order("c1", "paid", "2026-01-04T23:59:59Z"));
        assertThat(stale.json().get("result").asString()).isEqualTo("stale");
        assertThat(get("orders/o1").json().get("status").asString()).isEqualTo("delivered");

        Answer again = put("orders/o1", ShopdataFixtures.order("c1", "delivered", "2026-01-05T08:00:00+08:00"));
        assertThat(again.json().get("result").asString()).isEqualTo("stored");
        Answer newer = put("orders/o1", ShopdataFixtures.order("c1", "completed", "2026-01-06T00:00:00Z"));
        assertThat(newer.json().get("result").asString()).isEqualTo("stored");
        assertThat(get("orders/o1").json().get("status").asString()).isEqualTo("completed");
    }

    @Test
    void takesAnOrderBeforeItsCustomer() {
        put("orders/o1", ShopdataFixtures.order("c1", "paid", "2026-01-05T00:00:00Z"));

        ShopperRecords records = within(() -> data.of("c1", List.of()));

        assertThat(records.customer()).isNull();
        assertThat(records.orders()).hasSize(1);
    }

    @Test
    void judgesEachItemOfABatchAlone() {
        Answer answer = shop.api()
                .post("/api/v1/shop/batch", """
                {"items": [
                 {"kind": "products", "id": "p1", "updatedAt": "2026-01-02T00:00:00Z", "data": {"name": "新", "price": "2"}},
                 {"kind": "products", "id": "p1", "updatedAt": "2026-01-01T00:00:00Z", "data": {"name": "旧", "price": "1"}},
                 {"kind": "products", "id": "p2", "updatedAt": "2026-02-30T00:00:00Z", "data": {"name": "坏", "price": "-1"}},
                 {"kind": "orders", "id": "o1", "updatedAt": "2026-01-01T00:00:00Z",
                  "data": {"customerId": "c", "status": "lost", "placedAt": "2026-01-01T00:00:00Z",
                           "lines": [{"sku": "s", "name": "n", "quantity": 0}]}},
                 {"kind": "parcels", "id": "x", "updatedAt": "2026-01-01T00:00:00Z", "data": {}},
                 {"kind": "customers", "id": "c9", "updatedAt": "%s", "data": {"name": "未来"}},
                 "nonsense"
                ]}
                """.formatted(OffsetDateTime.now().plusMinutes(11)));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json()
                        .get("results")
                        .valueStream()
                        .map(item -> item.get("result").asString()))
                .containsExactly("stored", "stale", "rejected", "rejected", "rejected", "rejected", "rejected");
        assertThat(answer.json().get("stored").asInt()).isEqualTo(1);
        assertThat(answer.json().get("stale").asInt()).isEqualTo(1);
        assertThat(answer.json().get("rejected").asInt()).isEqualTo(5);
        assertThat(reason(answer, 2)).contains("updatedAt", "price must not be negative");
        assertThat(reason(answer, 3)).contains("status must be one of created, paid", "lines[0].quantity");
        assertThat(reason(answer, 4)).contains("kind must be one of customers");
        assertThat(reason(answer, 5)).contains("in the future");
        assertThat(get("products/p1").json().get("name").asString()).isEqualTo("新");
        assertThat(get("products/p2").status()).isEqualTo(404);
    }

    @Test
    void namesEachFieldThatIsWrong() {
        Answer answer = shop.api().put("/api/v1/shop/orders/o1", """
                {"status": "paid", "placedAt": "yesterday", "lines": "none", "updatedAt": "2026-01-01T00:00:00Z"}
                """);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("code").asString()).isEqualTo("invalid-input");
        assertThat(answer.json()
                        .get("errors")
                        .valueStream()
                        .map(error -> error.get("field").asString()))
                .containsExactlyInAnyOrder("customerId", "placedAt", "lines");
    }

    @Test
    void refusesWhatIsTooMuch() {
        String item =
                "{\"kind\": \"products\", \"id\": \"p\", \"updatedAt\": \"2026-01-01T00:00:00Z\", \"data\": {\"name\": \"n\"}}";
        String items = String.join(",", Collections.nCopies(1001, item));
        Answer many = shop.api().post("/api/v1/shop/batch", "[" + items + "]");
        assertThat(many.status()).isEqualTo(413);
        assertThat(many.json().get("code").asString()).isEqualTo("too-large");

        String long1 =
                "{\"kind\": \"products\", \"id\": \"p\", \"data\": {\"name\": \"" + "x".repeat(3_000_000) + "\"}}";
        assertThat(shop.api().post("/api/v1/shop/batch", "[" + long1 + "]").status())
                .isEqualTo(200);
        assertThat(shop.api()
                        .post("/api/v1/shop/batch", "[" + long1 + "," + long1 + "]")
                        .status())
                .isEqualTo(413);
        assertThat(shop.api()
                        .post("/api/v1/shop/batch", "\"" + "x".repeat(50_000_000) + "\"")
                        .status())
                .isEqualTo(413);
    }

    @Test
    void sealsWhatIsPersonal() throws SQLException {
        put("customers/c1", """
                {"name": "王小明", "phone": "13812341234", "updatedAt": "2026-01-01T00:00:00Z"}
                """);
        put("orders/o1", ShopdataFixtures.order("c1", "shipped", "2026-01-02T00:00:00Z"));

        for (String table : List.of("customer", "shop_order")) {
            try (var superuser = TestDatabase.superuser(databaseName());
                    var query = superuser.prepareStatement("select t::text || encode(t.sealed, 'escape') from shopdata."
                            + table + " t where t.tenant_id = ?::uuid")) {
                query.setString(1, shop.tenantId());
                var rows = query.executeQuery();
                assertThat(rows.next()).isTrue();
                assertThat(rows.getString(1))
                        .doesNotContain("13812341234", "13900001111", "世纪大道")
                        .isNotEmpty();
            }
        }
    }

    @Test
    void showsNoOtherShopWhatItHolds() {
        put("customers/c1", "{\"name\": \"王小明\", \"updatedAt\": \"2026-01-01T00:00:00Z\"}");
        TestShop other = api().signUp();

        assertThat(other.api().get("/api/v1/shop/customers/c1").status()).isEqualTo(404);
        assertThat(other.api().get("/api/v1/shop/parcels/c1").status()).isEqualTo(404);
        Answer own = other.api()
                .put("/api/v1/shop/customers/c1", "{\"name\": \"别人\", \"updatedAt\": \"2025-01-01T00:00:00Z\"}");
        assertThat(own.json().get("result").asString()).isEqualTo("stored");
        assertThat(get("customers/c1").json().get("name").asString()).isEqualTo("王小明");
    }

    @Test
    void letsASyncOnlyClientIn() {
        String token = api().token(shop.clientId(), shop.clientSecret(), "sync");
        Answer answer = api().withToken(token)
                .put("/api/v1/shop/customers/c1", "{\"name\": \"王\", \"updatedAt\": \"2026-01-01T00:00:00Z\"}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private Answer put(String path, String body) {
        Answer answer = shop.api().put("/api/v1/shop/" + path, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer;
    }

    private Answer get(String path) {
        return shop.api().get("/api/v1/shop/" + path);
    }

    private <T> T within(Supplier<T> work) {
        return TenantScope.call(new TenantId(UUID.fromString(shop.tenantId())), Actor.shopper(), () -> work.get());
    }

    private static String reason(Answer answer, int index) {
        return answer.json().at("/results/" + index + "/reason").asString();
    }
}
