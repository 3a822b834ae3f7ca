package io.xiaoer.connectors.internal.vendure;

import static org.assertj.core.api.Assertions.assertThat;

import io.xiaoer.connectors.internal.bridges.BridgeFailed;
import io.xiaoer.connectors.internal.bridges.BridgeHttp;
import io.xiaoer.connectors.internal.bridges.Words;
import io.xiaoer.connectors.internal.outward.AllowedHosts;
import io.xiaoer.shopdata.Pushed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Records from answers that a real server (3.7.3) gave. */
class VendureFormsTest {

    private static final Instant READ_AT = Instant.parse("2026-11-26T14:58:41Z");
    private static final VendureShop WITH_IDS = new VendureShop("", "shop.example.com", "", "", true);
    private static final VendureShop WITHOUT_IDS = new VendureShop("", "shop.example.com", "", "", false);

    private static final String CUSTOMER = """
            {"id": "2", "firstName": "小雨", "lastName": "林", "emailAddress": "lin2@example.com",
             "phoneNumber": "13800001234", "createdAt": "2026-11-26T14:58:32.000Z", "updatedAt": "2026-11-26T14:58:32.000Z",
             "customFields": {"externalId": "u-1002"}, "groups": [{"id": "4", "name": "金卡"}],
             "coded": {"items": [{"state": "Shipped", "orderPlacedAt": "2026-11-26T14:58:33.152Z", "couponCodes": ["WELCOME21"]},
              {"state": "Cancelled", "orderPlacedAt": "2026-11-25T14:58:33.152Z", "couponCodes": ["WELCOME21"]},
              {"state": "AddingItems", "orderPlacedAt": null, "couponCodes": ["TENOFF"]}]}}""";

    private static final String ORDER = """
            {"id": "2", "code": "JAALTQVEPM67MH4W", "state": "Shipped", "createdAt": "2026-11-26T14:58:32.000Z",
             "updatedAt": "2026-11-26T14:58:33.000Z", "orderPlacedAt": "2026-11-26T14:58:33.152Z", "active": false,
             "currencyCode": "CNY", "totalWithTax": 14800, "couponCodes": ["WELCOME21"],
             "customer": {"id": "2", "updatedAt": "2026-11-26T14:58:32.000Z", "customFields": {"externalId": "u-1002"}},
             "lines": [{"id": "2", "quantity": 1, "orderPlacedQuantity": 1, "unitPriceWithTax": 16800,
              "proratedUnitPriceWithTax": 14800, "productVariant": {"sku": "KETTLE-600", "name": "手冲咖啡壶 600ml"}}],
             "shippingAddress": {"fullName": "林小雨", "streetLine1": "文三路 1 号", "streetLine2": null, "city": "杭州",
              "province": "浙江", "phoneNumber": "13800001234"},
             "payments": [{"id": "1", "state": "Settled", "createdAt": "2026-11-26T14:58:33.000Z",
              "updatedAt": "2026-11-26T14:58:33.000Z", "method": "微信支付", "amount": 14800,
              "refunds": [{"id": "1", "createdAt": "2026-11-26T14:58:37.000Z", "updatedAt": "2026-11-26T14:58:39.000Z",
               "state": "Settled", "total": 3000, "reason": "少发一件"}]}],
             "fulfillments": [{"id": "2", "createdAt": "2026-11-26T14:58:35.000Z", "updatedAt": "2026-11-26T14:58:35.000Z",
              "state": "Shipped", "method": "顺丰速运", "trackingCode": "SF1234567890"}],
             "history": {"items": [
              {"type": "ORDER_STATE_TRANSITION", "createdAt": "2026-11-26T14:58:33.000Z", "data": {"from": "ArrangingPayment", "to": "PaymentSettled"}},
              {"type": "ORDER_FULFILLMENT_TRANSITION", "createdAt": "2026-11-26T14:58:35.000Z", "data": {"fulfillmentId": 2, "from": "Created", "to": "Pending"}},
              {"type": "ORDER_FULFILLMENT_TRANSITION", "createdAt": "2026-11-26T14:58:35.000Z", "data": {"fulfillmentId": 2, "from": "Pending", "to": "Shipped"}},
              {"type": "ORDER_STATE_TRANSITION", "createdAt": "2026-11-26T14:58:35.000Z", "data": {"from": "PaymentSettled", "to": "Shipped"}}]}}""";

    private static final String PROMOTION = """
            {"id": "2", "updatedAt": "2026-11-26T14:58:32.000Z", "enabled": true, "name": "新客满减券", "couponCode": "WELCOME21",
             "startsAt": "2026-01-01T00:00:00.000Z", "endsAt": "2027-01-01T00:00:00.000Z", "perCustomerUsageLimit": 1,
             "usageLimit": null, "conditions": [{"code": "minimum_order_amount", "args": [{"name": "amount", "value": "10000"},
             {"name": "taxInclusive", "value": "true"}]}],
             "actions": [{"code": "order_fixed_discount", "args": [{"name": "discount", "value": "2000"}]}]}""";

    private final VendureOrders orders = new VendureOrders(new VendureParcels(Words.of(
            new VendureBridge(new VendureSettings(5, 100, Duration.ofDays(180)), AllowedHosts.NONE, Clock.systemUTC()),
            Locale.SIMPLIFIED_CHINESE)));

    @Test
    void anOrderWithItsParcelAndRefund() throws BridgeFailed {
        List<Pushed> made = orders(WITH_IDS, json(ORDER));

        assertThat(made).hasSize(2);
        JsonNode order = data(made.get(0));
        assertThat(made.get(0).id()).isEqualTo("JAALTQVEPM67MH4W");
        assertThat(order.path("customerId").asString()).isEqualTo("u-1002");
        assertThat(order.path("status").asString()).isEqualTo("shipped");
        assertThat(order.path("total").asString()).isEqualTo("148.00");
        assertThat(order.path("paidAt").asString()).isEqualTo("2026-11-26T14:58:33Z");
        assertThat(order.path("couponIds").toString()).isEqualTo("[\"WELCOME21-u-1002\"]");
        assertThat(order.at("/lines/0").toString())
                .isEqualTo("{\"sku\":\"KETTLE-600\",\"name\":\"手冲咖啡壶 600ml\",\"quantity\":1,\"price\":\"168.00\"}");
        assertThat(order.path("shipTo").toString())
                .isEqualTo("{\"name\":\"林小雨\",\"phone\":\"13800001234\",\"region\":\"浙江 杭州\",\"address\":\"文三路 1 号\"}");
        assertThat(order.at("/shipments/0/carrier").asString()).isEqualTo("顺丰速运");
        assertThat(order.at("/shipments/0/trackingNo").asString()).isEqualTo("SF1234567890");
        assertThat(order.at("/shipments/0/status").asString()).isEqualTo("运输中");
        assertThat(order.at("/shipments/0/shippedAt").asString()).isEqualTo("2026-11-26T14:58:35Z");
        assertThat(order.at("/shipments/0/events/0/text").asString()).isEqualTo("商家已发货");

        JsonNode refund = data(made.get(1));
        assertThat(made.get(1).kind()).isEqualTo("aftersales");
        assertThat(made.get(1).id()).isEqualTo("JAALTQVEPM67MH4W-R1");
        assertThat(refund.toString())
                .isEqualTo(
                        "{\"orderId\":\"JAALTQVEPM67MH4W\",\"kind\":\"refund\",\"status\":\"done\",\"amount\":\"30.00\","
                                + "\"reason\":\"少发一件\",\"requestedAt\":\"2026-11-26T14:58:37Z\"}");
    }

    @Test
    void anOrderIsAsNewAsWhateverBelongsToIt() throws BridgeFailed {
        assertThat(changed(json(ORDER))).startsWith("2026-11-26T14:58:39.");

        ObjectNode later = json(ORDER);
        ((ObjectNode) later.at("/history/items/3")).put("createdAt", "2026-11-26T15:00:00.123Z");
        assertThat(changed(later)).isEqualTo("2026-11-26T15:00:00.123Z");

        ObjectNode another = json(ORDER);
        ((ObjectNode) another.path("customer")).put("updatedAt", "2026-11-26T16:00:00.456Z");
        assertThat(changed(another)).isEqualTo("2026-11-26T16:00:00.456Z");
    }

    @Test
    void whatWasCalledOffIsNoParcelAndWhatWasCancelledWasBought() throws BridgeFailed {
        ObjectNode order = json(ORDER).put("state", "Cancelled");
        ((ObjectNode) order.at("/fulfillments/0")).put("state", "Cancelled");
        ((ObjectNode) order.at("/lines/0")).put("quantity", 0);

        JsonNode made = data(orders(WITH_IDS, order).getFirst());
        assertThat(made.path("shipments")).isEmpty();
        assertThat(made.at("/lines/0/quantity").intValue()).isEqualTo(1);
        assertThat(made.path("status").asString()).isEqualTo("cancelled");
    }

    @Test
    void aCustomerIsKnownByTheShopsIdOrTheServers() throws BridgeFailed {
        ObjectNode customer = json(CUSTOMER);
        assertThat(VendureCustomers.id(WITH_IDS, customer)).isEqualTo("u-1002");
        assertThat(VendureCustomers.id(WITHOUT_IDS, customer)).isEqualTo("2");
        ((ObjectNode) customer.path("customFields")).putNull("externalId");
        assertThat(VendureCustomers.id(WITH_IDS, customer)).isEqualTo("vendure-2");

        assertThat(String.valueOf(VendureCustomers.filter(WITH_IDS, "u-1002")))
                .isEqualTo("{\"externalId\":{\"eq\":\"u-1002\"}}");
        assertThat(String.valueOf(VendureCustomers.filter(WITH_IDS, "vendure-2")))
                .isEqualTo("{\"id\":{\"eq\":\"2\"}}");
        assertThat(String.valueOf(VendureCustomers.filter(WITHOUT_IDS, "2"))).isEqualTo("{\"id\":{\"eq\":\"2\"}}");
        assertThat(VendureCustomers.filter(WITHOUT_IDS, "somebody")).isNull();
        assertThat(VendureCustomers.filter(WITH_IDS, "vendure-1 or 1=1")).isNull();
        assertThat(String.valueOf(VendureCustomers.filter(WITH_IDS, List.of("a", "vendure-2", "vendure-x"))))
                .isEqualTo("{\"_or\":[{\"externalId\":{\"in\":[\"a\"]}},{\"id\":{\"in\":[\"2\"]}}]}");
    }

    @Test
    void aCustomer() throws BridgeFailed {
        Pushed made = customer(CUSTOMER).getFirst();
        assertThat(made.id()).isEqualTo("u-1002");
        assertThat(data(made).toString())
                .isEqualTo("{\"name\":\"林小雨\",\"phone\":\"13800001234\",\"memberLevel\":\"金卡\","
                        + "\"registeredAt\":\"2026-11-26T14:58:32Z\"}");

        assertThat(name("Li", "Wang")).isEqualTo("Li Wang");
        assertThat(name("", "")).isEqualTo("lin2");
    }

    @Test
    void aCouponIsTheirsWhoUsedItsCode() throws BridgeFailed {
        List<Pushed> made = customer(CUSTOMER, PROMOTION);
        assertThat(made).hasSize(2);
        assertThat(made.get(1).id()).isEqualTo("WELCOME21-u-1002");
        assertThat(data(made.get(1)).toString())
                .isEqualTo("{\"customerId\":\"u-1002\",\"name\":\"新客满减券（WELCOME21）\",\"kind\":\"amount\","
                        + "\"value\":\"20.00\",\"threshold\":\"100.00\",\"validFrom\":\"2026-01-01T00:00:00Z\","
                        + "\"validTo\":\"2027-01-01T00:00:00Z\",\"status\":\"used\"}");

        assertThat(status(json(PROMOTION).put("perCustomerUsageLimit", 2)))
                .as("what was cancelled does not count")
                .isEqualTo("unused");
        assertThat(status(json(PROMOTION).putNull("perCustomerUsageLimit"))).isEqualTo("unused");
        assertThat(status(json(PROMOTION).putNull("perCustomerUsageLimit").put("enabled", false)))
                .isEqualTo("expired");
        assertThat(status(json(PROMOTION).putNull("perCustomerUsageLimit").put("endsAt", "2026-11-26T14:58:40.000Z")))
                .isEqualTo("expired");
    }

    @Test
    void aCouponForAGroupIsItsMembersAndOtherCodesAreNobodys() throws BridgeFailed {
        String forGroup = """
                {"id": "9", "enabled": true, "name": "金卡九折", "couponCode": "GOLD10", "startsAt": null, "endsAt": null,
                 "perCustomerUsageLimit": null,
                 "conditions": [{"code": "customer_group", "args": [{"name": "customerGroupId", "value": "4"}]}],
                 "actions": [{"code": "order_percentage_discount", "args": [{"name": "discount", "value": "10"}]}]}""";
        assertThat(data(customer(CUSTOMER, forGroup).get(1)).toString())
                .isEqualTo("{\"customerId\":\"u-1002\",\"name\":\"金卡九折（GOLD10）\",\"kind\":\"percent\",\"value\":\"10\","
                        + "\"status\":\"unused\"}");
        assertThat(customer(CUSTOMER, forGroup.replace("\"value\": \"4\"", "\"value\": \"5\"")))
                .hasSize(1);
        assertThat(customer(CUSTOMER, forGroup.replace("customer_group", "at_least_n_with_facets")))
                .hasSize(1);
    }

    @Test
    void aCouponWhoseRuleCannotBeToldIsLeftOut() throws BridgeFailed {
        assertThat(customer(CUSTOMER, PROMOTION.replace("order_fixed_discount", "free_shipping")))
                .hasSize(1);
        assertThat(customer(CUSTOMER, PROMOTION.replace("minimum_order_amount", "contains_products")))
                .hasSize(1);
        assertThat(customer(CUSTOMER, PROMOTION.replace("\"2000\"", "\"all\""))).hasSize(1);
    }

    private List<Pushed> orders(VendureShop shop, JsonNode order) throws BridgeFailed {
        return orders.made(shop, order, order.path("customer"), READ_AT);
    }

    private String changed(JsonNode order) throws BridgeFailed {
        return String.valueOf(orders(WITH_IDS, order).getFirst().updatedAt());
    }

    private static List<Pushed> customer(String customer, String... promotions) throws BridgeFailed {
        ObjectNode list = VendureCalls.object();
        ArrayNode items = list.putArray("items");
        for (String promotion : promotions) {
            items.add(json(promotion));
        }
        return VendureCustomers.made(WITH_IDS, json(customer), new VendureCoupons(list), READ_AT);
    }

    private static String status(ObjectNode promotion) throws BridgeFailed {
        return data(customer(CUSTOMER, promotion.toString()).get(1))
                .path("status")
                .asString();
    }

    private static String name(String first, String last) throws BridgeFailed {
        ObjectNode customer = json(CUSTOMER).put("firstName", first).put("lastName", last);
        return data(customer(customer.toString()).getFirst()).path("name").asString();
    }

    private static JsonNode data(Pushed item) {
        return java.util.Objects.requireNonNull(item.data());
    }

    private static ObjectNode json(String text) {
        return (ObjectNode) BridgeHttp.JSON.readTree(text);
    }
}
