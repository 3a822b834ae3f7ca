package io.xiaoer.onboarding.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.xiaoer.bots.BotId;
import io.xiaoer.bots.Bots;
import io.xiaoer.rules.RuleDraft;
import io.xiaoer.rules.RuleForm;
import io.xiaoer.rules.RuleType;
import io.xiaoer.rules.Rules;
import io.xiaoer.rules.ThresholdPromotion;
import io.xiaoer.rules.ThresholdPromotion.Tier;
import io.xiaoer.security.VisitorIdentities;
import io.xiaoer.security.VisitorIdentity;
import io.xiaoer.shared.Money;
import io.xiaoer.shopdata.Pushed;
import io.xiaoer.shopdata.ShopRecords;
import io.xiaoer.tenancy.Actor;
import io.xiaoer.tenancy.Directory;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import io.xiaoer.testing.Api.Answer;
import io.xiaoer.testing.Api.TestShop;
import io.xiaoer.testing.IntegrationTest;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The demo shops' storefronts over HTTP, told from rows that were seeded as at a first start. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StorefrontIT extends IntegrationTest {

    @Autowired
    private Demo demo;

    @Autowired
    private DemoShops shops;

    @Autowired
    private Directory directory;

    @Autowired
    private Bots bots;

    @Autowired
    private Rules rules;

    @Autowired
    private ShopRecords records;

    @Autowired
    private VisitorIdentities identities;

    @BeforeAll
    void open() {
        if (!shops.areThere()) {
            assertThat(shops.seed(false).shoppers()).hasSize(DemoShop.values().length);
        }
        demo.turn(true);
    }

    @AfterAll
    void close() {
        demo.turn(false);
    }

    @ParameterizedTest
    @EnumSource
    void hasEveryPageOfEveryShop(DemoShop shop) {
        Stream<String> pages = Stream.concat(
                Stream.of("", "/cart", "/mine"), skus(shop).stream().map(sku -> "/product/" + sku));
        assertThat(pages).hasSizeGreaterThan(10).allSatisfy(page -> {
            Answer answer = api().get("/demo/shop/" + shop.slug() + page);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(header(answer, "Content-Type")).startsWith("text/html");
            assertThat(header(answer, "Content-Security-Policy"))
                    .contains("script-src 'self'", "style-src 'self'")
                    .doesNotContain("unsafe", "*");
        });
    }

    @Test
    void beginsAtAPageThatLeadsToAllShopsAndLogins() {
        assertThat(api().get("/demo").text()).contains("/demo/index.js");
        JsonNode items = read("/shops").get("items");
        assertThat(texts(items, "/shop/slug")).containsExactly("huayang", "yunduo", "shanye");
        assertThat(items.at("/0/logins").size()).isEqualTo(3);
        assertThat(items.at("/2/logins/0/email").asString()).isEqualTo("fresh@xiaoer.example");
    }

    @ParameterizedTest
    @EnumSource
    void hasGoodsThatCanBeToldOf(DemoShop shop) {
        JsonNode front = read("/shops/" + shop.slug());
        assertThat(front.get("name").asString()).isEqualTo(shop.shop());
        assertThat(front.at("/theme/primaryColor").asString()).isEqualTo(shop.colour());
        assertThat(front.get("shoppers").size()).isGreaterThanOrEqualTo(2);
        assertThat(texts(front.get("rules"), "/type")).contains("threshold_promotion", "shipping_fee", "return");
        assertThat(each(front.get("products"))).hasSizeGreaterThanOrEqualTo(8).allSatisfy(product -> {
            assertThat(product.get("category").asString()).isNotBlank();
            assertThat(product.get("price").asString()).matches("[0-9]+\\.[0-9]{2}");
            assertThat(product.get("attributes").size()).isGreaterThanOrEqualTo(1);
            assertThat(product.get("stock").isNumber()
                            || product.get("presaleShipAt").isString())
                    .isTrue();
        });
    }

    @ParameterizedTest
    @EnumSource
    void signsTheSeededShoppersForTheShopsOwnBot(DemoShop shop) {
        JsonNode front = read("/shops/" + shop.slug());
        for (JsonNode shopper : front.get("shoppers")) {
            String id = shopper.get("id").asString();
            JsonNode signed = read("/shops/" + shop.slug() + "/shoppers/" + id);
            String identity = signed.get("identity").asString();
            VisitorIdentity verified = within(shop, () -> identities.verify(bot(), identity));
            assertThat(verified.customerId()).isEqualTo(id);
            assertThat(verified.name()).isEqualTo(shopper.get("name").asString());
            assertThat(verified.registeredAt()).isNotNull();
            Answer session = api().post(
                            "/widget/v1/" + front.get("widgetKey").asString() + "/session",
                            "{\"visitorId\": \"v-1\", \"identity\": \"" + identity + "\"}");
            assertThat(session.status()).as(session.text()).isEqualTo(200);
        }
    }

    @Test
    void signsNobodyElse() {
        var stranger = JsonMapper.builder().build().readTree("{\"name\": \"后来的顾客\"}");
        within(
                DemoShop.HUAYANG,
                () -> records.put(
                        new Pushed(
                                "customers",
                                "later",
                                stranger,
                                OffsetDateTime.now().toString()),
                        "push"));
        for (String id : List.of("later", "zhao", "nobody", "lin%20")) {
            Answer answer = api().get("/demo/api/shops/huayang/shoppers/" + id);
            assertThat(answer.status()).as(id).isEqualTo(404);
            assertThat(answer.json().get("code").asString()).isEqualTo("not-found");
        }
    }

    @Test
    void showsAShoppersOrdersWithoutPhoneAndAddress() {
        Answer answer = api().get("/demo/api/shops/huayang/shoppers/lin");
        assertThat(header(answer, "Cache-Control")).contains("no-store");
        assertThat(answer.text()).doesNotContain("13800008321", "文三路");
        JsonNode lin = answer.json();
        assertThat(lin.get("memberLevel").asString()).isEqualTo("银卡会员");
        assertThat(texts(lin.get("orders"), "/id"))
                .containsExactlyInAnyOrder("HY20260001", "HY20260002", "HY20260003", "HY20250917");
        assertThat(texts(lin.get("orders"), "/status")).contains("delivered", "shipped", "paid", "completed");
        assertThat(answer.text()).contains("\"trackingNo\":\"SF1390245678\"", "\"status\":\"refunding\"", "CP1002");
    }

    @ParameterizedTest
    @CsvSource({
        // cart, total, off, gap to the next tier, shipping, to pay
        "'mask-ha:2,lip-peach:1', 218.80, 20.00, 80.20, 0.00, 198.80",
        "'cleanser:1', 89.00, 0.00, 110.00, 10.00, 99.00",
        // a pre-sale counts towards no promotion
        "'winter-box:1', 399.00, 0.00, 199.00, 0.00, 399.00",
        "'no-such-thing:3,cleanser:1', 89.00, 0.00, 110.00, 10.00, 99.00",
        "'', 0.00, 0.00, 199.00, 10.00, 0.00"
    })
    void pricesACartByTheShopsRules(
            String items, String total, String off, String gap, String shipping, String payable) {
        JsonNode quote = read("/shops/huayang/cart?items=" + items);
        assertThat(quote.get("total").asString()).isEqualTo(total);
        assertThat(quote.at("/promotion/off").asString()).isEqualTo(off);
        assertThat(quote.at("/promotion/gap").asString()).isEqualTo(gap);
        assertThat(quote.at("/shipping/fee").asString()).isEqualTo(shipping);
        assertThat(quote.get("payable").asString()).isEqualTo(payable);
    }

    @Test
    void pricesByARuleAsItIsNow() {
        String cart = "/shops/yunduo/cart?items=cloud-cream:1";
        assertThat(read(cart).at("/promotion/off").asString()).isEqualTo("0.00");
        var cheaper =
                new ThresholdPromotion(List.of(new Tier(Money.of("100.00"), Money.of("30.00"))), List.of(), false);
        within(
                DemoShop.YUNDUO,
                () -> rules.put(
                        RuleType.THRESHOLD_PROMOTION,
                        "default",
                        RuleDraft.of(RuleForm.write(cheaper), null, null, null)));
        assertThat(read(cart).get("payable").asString()).isEqualTo("108.00");
        assertThat(read("/shops/yunduo").toString()).contains("\"off\":\"30.00\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mask-ha", "mask-ha:0", "mask-ha:100", ":1", "mask-ha:x"})
    void refusesACartThatIsNone(String items) {
        Answer answer = api().get("/demo/api/shops/huayang/cart?items=" + items);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("code").asString()).isEqualTo("invalid-input");
    }

    @Test
    void knowsNoOtherShops() {
        TestShop other = api().signUp();
        for (String slug : List.of("nowhere", other.tenantId(), other.widgetKey(), "HUAYANG")) {
            assertThat(api().get("/demo/shop/" + slug).status()).isEqualTo(404);
            assertThat(api().get("/demo/shop/" + slug + "/product/mask-ha").status())
                    .isEqualTo(404);
            Answer answer = api().get("/demo/api/shops/" + slug);
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.json().get("code").asString()).isEqualTo("not-found");
        }
        assertThat(api().get("/demo/shop/huayang/product/no-such-thing").status())
                .isEqualTo(404);
    }

    @Test
    void changesNothing() {
        assertThat(api().post("/demo/api/shops", "{}").status()).isEqualTo(404);
        assertThat(api().post("/demo/shop/huayang", "{}").status()).isEqualTo(404);
    }

    @Test
    void isNotThereWithoutTheDemo() {
        demo.turn(false);
        try {
            for (String path : List.of(
                    "/demo",
                    "/demo/",
                    "/demo/index.html",
                    "/demo/shop.js",
                    "/demo/art/pictures.js",
                    "/demo/shop/huayang",
                    "/demo/shop/huayang/mine",
                    "/demo/api/shops",
                    "/demo/api/shops/huayang/shoppers/lin")) {
                Answer answer = api().get(path);
                assertThat(answer.status()).as(path).isEqualTo(404);
                assertThat(answer.json().get("code").asString()).isEqualTo("not-found");
            }
        } finally {
            demo.turn(true);
        }
    }

    private JsonNode read(String path) {
        Answer answer = api().get("/demo/api" + path);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private List<String> skus(DemoShop shop) {
        return texts(read("/shops/" + shop.slug()).get("products"), "/sku");
    }

    private BotId bot() {
        return bots.all().getFirst().id();
    }

    private <R> R within(DemoShop shop, ScopedValue.CallableOp<R, RuntimeException> work) {
        TenantId tenant = directory.findLogin(shop.owner()).orElseThrow().tenant();
        return TenantScope.call(tenant, Actor.platform(), work);
    }

    private static List<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    private static List<String> texts(JsonNode array, String pointer) {
        return each(array).stream().map(one -> one.at(pointer).asString()).toList();
    }

    private static String header(Answer answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
