package io.xiaoer.connectors.internal.vendure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.xiaoer.testing.Api;
import io.xiaoer.testing.Api.Answer;
import io.xiaoer.testing.Api.TestShop;
import io.xiaoer.testing.IntegrationTest;
import io.xiaoer.testing.platforms.RealVendure;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real shop: somebody buys there, and asks the bot about it. */
@Tag("long")
class RealVendureIT extends IntegrationTest {

    private static final Logger LOG = LoggerFactory.getLogger(RealVendureIT.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String BRIDGE = "/api/v1/connectors/bridges/vendure";
    private static final String CUSTOMER = "u-1001";
    private static final String CART = """
            {"page": {"kind": "cart", "cart": [{"sku": "KETTLE-600", "quantity": 1, "price": "168.00"}]}}""";
    private static final Duration SOON = Duration.ofSeconds(30);

    @Test
    void aShopperOfARealShopIsAnswered() throws Exception {
        TestShop shop = shop();
        String signed = signed(shop);
        try (RealVendure vendure =
                RealVendure.open(api().address() + "/hooks/bridges/vendure/" + RealVendure.hostAndPort(), SECRET)) {
            Bought bought = buy(vendure);
            String key = connect(shop, vendure);

            assertThat(ask(shop, signed, "{}", "我的快递到哪了")).contains("顺丰速运", "SF1234567890");
            assertThat(ask(shop, signed, "{}", "退款到账没")).contains("30元");
            assertThat(ask(shop, signed, CART, "我的券能用吗")).contains("新客满减券", "WELCOME20");

            ship(vendure, bought, "drip", "SF0987654321");
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(order(shop, bought).toString())
                            .as("it was told, nobody asked")
                            .contains("SF0987654321"));
            assertThat(events(shop)).contains("order.changed").doesNotContain("\"dead\"", "\"rejected\"");

            rename(vendure, bought);
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(shop.api()
                                    .get("/api/v1/shop/customers/" + CUSTOMER)
                                    .json()
                                    .toString())
                            .contains("林大雨"));
            LOG.info("The real shop took {}, and {} MB of memory", vendure.figures(), vendure.residentMegabytes());

            vendure.owner("mutation ($id: ID!) { deleteApiKeys(ids: [$id]) { result } }", Map.of("id", key));
            assertThat(shop.api().post(BRIDGE + "/read-again", "{}").status()).isEqualTo(200);
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(
                                    shop.api().get(BRIDGE).json().path("state").asString())
                            .as("the key is gone")
                            .isEqualTo("lost"));
        }
    }

    private TestShop shop() {
        TestShop shop = api().signUp("small-shop", "zh-CN");
        Answer full = shop.api()
                .put("/api/v1/bots/" + shop.botId() + "/rollout", "{\"stage\": \"full\", \"reason\": \"test\"}");
        assertThat(full.status()).as(full.text()).isEqualTo(200);
        return shop;
    }

    // --- in the shop

    /** An order with two things of which one was sent, a coupon and a refund. */
    private record Bought(String customer, String code, Map<String, String> lines) {}

    private static Bought buy(RealVendure vendure) {
        JsonNode things = vendure.owner(
                "{ productVariants { items { id sku } } shippingMethods { items { id } }"
                        + " paymentMethods { items { code } } }",
                Map.of());
        String customer = id(vendure.owner("""
                mutation { made: createCustomer(input: {firstName: "小雨", lastName: "林", emailAddress: "lin@example.com",
                  phoneNumber: "13800001234", customFields: {externalId: "%s"}}) { ... on Customer { id } ... on ErrorResult { errorCode } } }""".formatted(CUSTOMER), Map.of()));
        vendure.owner("""
                mutation { createPromotion(input: {enabled: true, couponCode: "WELCOME20", perCustomerUsageLimit: 2,
                  translations: [{languageCode: zh_Hans, name: "新客满减券"}],
                  conditions: [{code: "minimum_order_amount", arguments: [{name: "amount", value: "10000"}, {name: "taxInclusive", value: "true"}]}],
                  actions: [{code: "order_fixed_discount", arguments: [{name: "discount", value: "2000"}]}]})
                  { ... on Promotion { id } ... on ErrorResult { errorCode } } }""", Map.of());
        String order = id(vendure.owner("mutation { made: createDraftOrder { id } }", Map.of()));
        Map<String, String> o = Map.of("o", order);
        for (JsonNode variant : things.at("/productVariants/items")) {
            vendure.owner(
                    "mutation ($o: ID!, $v: ID!) { addItemToDraftOrder(orderId: $o, input: {productVariantId: $v,"
                            + " quantity: 1}) { ... on ErrorResult { errorCode } } }",
                    Map.of("o", order, "v", variant.path("id").asString()));
        }
        vendure.owner(
                "mutation ($o: ID!, $c: ID!) { setCustomerForDraftOrder(orderId: $o, customerId: $c)"
                        + " { ... on ErrorResult { errorCode } } }",
                Map.of("o", order, "c", customer));
        vendure.owner(
                "mutation ($o: ID!) { applyCouponCodeToDraftOrder(orderId: $o, couponCode: \"WELCOME20\")"
                        + " { ... on ErrorResult { errorCode } } }",
                o);
        vendure.owner("""
                mutation ($o: ID!) { setDraftOrderShippingAddress(orderId: $o, input: {fullName: "林小雨", streetLine1: "文三路 1 号",
                  city: "杭州", province: "浙江", countryCode: "CN", phoneNumber: "13800001234"}) { id } }""", o);
        vendure.owner(
                "mutation ($o: ID!, $s: ID!) { setDraftOrderShippingMethod(orderId: $o, shippingMethodId: $s)"
                        + " { ... on ErrorResult { errorCode } } }",
                Map.of("o", order, "s", things.at("/shippingMethods/items/0/id").asString()));
        vendure.owner(
                "mutation ($o: ID!) { transitionOrderToState(id: $o, state: \"ArrangingPayment\")"
                        + " { ... on ErrorResult { errorCode } } }",
                o);
        JsonNode paid = vendure.owner(
                        """
                mutation ($o: ID!, $m: String!) { made: addManualPaymentToOrder(input: {orderId: $o, method: $m, transactionId: "wx-1",
                  metadata: {}}) { ... on Order { code lines { id productVariant { sku } } payments { id } } ... on ErrorResult { errorCode } } }""",
                        Map.of(
                                "o",
                                order,
                                "m",
                                things.at("/paymentMethods/items/0/code").asString()))
                .path("made");
        Map<String, String> lines = new HashMap<>();
        paid.path("lines")
                .forEach(line -> lines.put(
                        line.at("/productVariant/sku").asString().startsWith("DRIP") ? "drip" : "kettle",
                        line.path("id").asString()));
        Bought bought = new Bought(customer, paid.path("code").asString(), lines);
        ship(vendure, bought, "kettle", "SF1234567890");
        String refund =
                id(vendure.owner("""
                mutation ($p: ID!) { made: refundOrder(input: {paymentId: $p, amount: 3000, lines: [], shipping: 0, adjustment: 0,
                  reason: "少发一件"}) { ... on Refund { id } ... on ErrorResult { errorCode } } }""", Map.of("p", paid.at("/payments/0/id").asString())));
        vendure.owner(
                "mutation ($r: ID!) { settleRefund(input: {id: $r, transactionId: \"wx-r-1\"})"
                        + " { ... on ErrorResult { errorCode } } }",
                Map.of("r", refund));
        return bought;
    }

    private static void ship(RealVendure vendure, Bought bought, String line, String trackingCode) {
        String parcel =
                id(vendure.owner("""
                mutation ($l: ID!, $t: String!) { made: addFulfillmentToOrder(input: {lines: [{orderLineId: $l, quantity: 1}],
                  handler: {code: "manual-fulfillment", arguments: [{name: "method", value: "顺丰速运"},
                  {name: "trackingCode", value: $t}]}}) { ... on Fulfillment { id } ... on ErrorResult { errorCode } } }""", Map.of("l", String.valueOf(bought.lines().get(line)), "t", trackingCode)));
        vendure.owner(
                "mutation ($f: ID!) { transitionFulfillmentToState(id: $f, state: \"Shipped\")"
                        + " { ... on ErrorResult { errorCode } } }",
                Map.of("f", parcel));
    }

    private static void rename(RealVendure vendure, Bought bought) {
        vendure.owner(
                "mutation ($c: ID!) { updateCustomer(input: {id: $c, firstName: \"大雨\"})"
                        + " { ... on ErrorResult { errorCode } } }",
                Map.of("c", bought.customer()));
    }

    private static String id(JsonNode data) {
        return data.at("/made/id").asString();
    }

    // --- here

    /** With a key that may read what is read and nothing else; returns its id. */
    private static String connect(TestShop shop, RealVendure vendure) {
        String role = id(vendure.owner(
                "mutation { made: createRole(input: {code: \"xiaoer\", description: \"小二\","
                        + " permissions: [ReadOrder, ReadCustomer, ReadPromotion]}) { id } }",
                Map.of()));
        JsonNode key = vendure.owner(
                        "mutation ($r: [ID!]!) { made: createApiKey(input: {roleIds: $r,"
                                + " translations: [{languageCode: zh_Hans, name: \"小二\"}]}) { apiKey entityId } }",
                        Map.of("r", List.of(role)))
                .path("made");
        Answer connected = shop.api()
                .put(
                        BRIDGE,
                        JSON.writeValueAsString(Map.of(
                                "keys",
                                Map.of(
                                        "address",
                                        "http://" + RealVendure.hostAndPort(),
                                        "api_key",
                                        key.path("apiKey").asString(),
                                        "webhook_secret",
                                        SECRET))));
        assertThat(connected.status()).as(connected.text()).isEqualTo(200);
        await().atMost(SOON).untilAsserted(() -> {
            JsonNode reading = shop.api().get(BRIDGE).json().path("reading");
            assertThat(reading.path("running").asBoolean(true))
                    .as(reading.toString())
                    .isFalse();
            assertThat(reading.path("full").asBoolean(true)).isFalse();
        });
        return key.path("entityId").asString();
    }

    private static JsonNode order(TestShop shop, Bought bought) {
        return shop.api().get("/api/v1/shop/orders/" + bought.code()).json();
    }

    private static String events(TestShop shop) {
        return shop.api().get(BRIDGE + "/events").text();
    }

    /** As the shop signs who is logged in. */
    private static String signed(TestShop shop) throws JOSEException {
        String secret = shop.api()
                .post("/api/v1/bots/" + shop.botId() + "/widget-secret", "{}")
                .json()
                .get("widgetSecret")
                .asString();
        SignedJWT identity = new SignedJWT(
                new JWSHeader(JWSAlgorithm.HS256),
                new JWTClaimsSet.Builder()
                        .subject(CUSTOMER)
                        .expirationTime(Date.from(Instant.now().plus(Duration.ofHours(1))))
                        .build());
        identity.sign(new MACSigner(secret.getBytes(StandardCharsets.UTF_8)));
        return identity.serialize();
    }

    /** What the bot says in the widget. */
    private String ask(TestShop shop, String identity, String page, String text) {
        String widget = "/widget/v1/" + shop.widgetKey();
        Answer session =
                api().post(widget + "/session", "{\"visitorId\": \"browser-1\", \"identity\": \"" + identity + "\"}");
        Api shopper = api().withToken(session.json().get("token").asString());
        String conversation = widget + "/conversations/"
                + shopper.post(widget + "/conversations", page)
                        .json()
                        .get("conversationId")
                        .asString();
        JsonNode reply = say(shopper, conversation, Map.of("text", text));
        return reply.path("text").asString();
    }

    private static JsonNode say(Api shopper, String conversation, Map<String, String> message) {
        Map<String, String> sent = new HashMap<>(message);
        sent.put("id", UUID.randomUUID().toString());
        Answer answer = shopper.post(conversation + "/messages", JSON.writeValueAsString(sent));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        JsonNode reply = answer.json().at("/replies/0");
        LOG.info("{} -> {}", message.get("text"), reply.path("text").asString());
        return reply;
    }
}
