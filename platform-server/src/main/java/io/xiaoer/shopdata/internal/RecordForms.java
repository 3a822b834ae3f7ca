package io.xiaoer.shopdata.internal;

import io.xiaoer.shared.FieldErrors;
import io.xiaoer.shared.Texts;
import io.xiaoer.shopdata.AfterSale;
import io.xiaoer.shopdata.Coupon;
import io.xiaoer.shopdata.Customer;
import io.xiaoer.shopdata.Freshness;
import io.xiaoer.shopdata.Order;
import io.xiaoer.shopdata.Product;
import io.xiaoer.shopdata.RecordKind;
import io.xiaoer.shopdata.ShopRecord;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes records of JSON as the public API describes it. */
@Component
class RecordForms {

    static final int LONGEST_ID = 128;

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_SHORT = 100;
    private static final int LONGEST_TEXT = 1000;
    private static final int LONGEST_URL = 2000;
    private static final int LONGEST_ATTRIBUTES = 16 * 1024;
    private static final int MOST_LINES = 500;
    private static final int MOST_SHIPMENTS = 50;
    private static final int MOST_EVENTS = 200;
    private static final int MOST_COUPONS = 50;
    private static final int MOST_NAMED = 500;
    private static final int MOST_PIECES = 1_000_000;
    private static final BigDecimal MOST_PERCENT = BigDecimal.valueOf(100);
    private static final BigDecimal MOST_MONEY = new BigDecimal("999999999.99");

    private final JsonMapper json;

    RecordForms(JsonMapper json) {
        this.json = json;
    }

    /** The record that {@code data} describes; worth nothing if there are errors afterwards. */
    ShopRecord read(RecordKind kind, String id, JsonNode data, Freshness freshness, FieldErrors errors) {
        Fields fields = new Fields(data, "", errors);
        return switch (kind) {
            case CUSTOMERS -> customer(id, fields, freshness);
            case PRODUCTS -> product(id, fields, freshness);
            case ORDERS -> order(id, fields, freshness);
            case AFTERSALES -> afterSale(id, fields, freshness);
            case COUPONS -> coupon(id, fields, freshness);
        };
    }

    private static Customer customer(String id, Fields fields, Freshness freshness) {
        return new Customer(
                id,
                fields.text("name", LONGEST_NAME),
                fields.optionalText("phone", LONGEST_SHORT),
                fields.optionalText("memberLevel", LONGEST_SHORT),
                fields.optionalTime("registeredAt"),
                freshness);
    }

    private Product product(String id, Fields fields, Freshness freshness) {
        return new Product(
                id,
                fields.text("name", LONGEST_NAME),
                fields.optionalText("category", LONGEST_SHORT),
                fields.money("price"),
                attributes(fields),
                fields.optionalTime("presaleShipAt"),
                fields.optionalInteger("stock", 0, Integer.MAX_VALUE),
                fields.link("url", LONGEST_URL),
                freshness);
    }

    private Map<String, Object> attributes(Fields fields) {
        JsonNode attributes = fields.raw("attributes");
        if (fields.object("attributes").isEmpty()) {
            return Map.of();
        }
        if (!isClean(attributes)) {
            fields.reject("attributes", "must not contain control characters");
            return Map.of();
        }
        if (attributes.toString().length() > LONGEST_ATTRIBUTES) {
            fields.reject("attributes", "must not be longer than " + LONGEST_ATTRIBUTES + " characters");
            return Map.of();
        }
        return json.convertValue(attributes, new TypeReference<LinkedHashMap<String, Object>>() {});
    }

    private static boolean isClean(JsonNode node) {
        if (node.isString()) {
            return Texts.isClean(node.asString());
        }
        if (node.isObject() && !node.propertyNames().stream().allMatch(Texts::isClean)) {
            return false;
        }
        for (JsonNode child : node) {
            if (!isClean(child)) {
                return false;
            }
        }
        return true;
    }

    private static Order order(String id, Fields fields, Freshness freshness) {
        return new Order(
                id,
                fields.text("customerId", LONGEST_ID),
                fields.oneOf("status", Order.Status.class),
                fields.time("placedAt"),
                fields.optionalTime("paidAt"),
                fields.list("lines", true, MOST_LINES, RecordForms::line),
                fields.money("total"),
                fields.texts("couponIds", MOST_COUPONS, LONGEST_ID),
                fields.object("shipTo").map(RecordForms::shipTo).orElse(null),
                fields.list("shipments", false, MOST_SHIPMENTS, RecordForms::shipment),
                freshness);
    }

    private static Order.Line line(Fields fields) {
        return new Order.Line(
                fields.text("sku", LONGEST_ID),
                fields.text("name", LONGEST_NAME),
                fields.integer("quantity", 1, MOST_PIECES),
                fields.money("price"),
                fields.flag("opened"),
                fields.flag("presale"));
    }

    private static Order.ShipTo shipTo(Fields fields) {
        return new Order.ShipTo(
                fields.optionalText("name", LONGEST_SHORT),
                fields.optionalText("phone", LONGEST_SHORT),
                fields.optionalText("region", LONGEST_NAME),
                fields.optionalText("address", LONGEST_TEXT));
    }

    private static Order.Shipment shipment(Fields fields) {
        return new Order.Shipment(
                fields.optionalText("carrier", LONGEST_SHORT),
                fields.optionalText("trackingNo", LONGEST_SHORT),
                fields.optionalText("courierName", LONGEST_SHORT),
                fields.optionalText("courierPhone", LONGEST_SHORT),
                fields.optionalText("status", LONGEST_SHORT),
                fields.optionalTime("shippedAt"),
                fields.optionalTime("estimatedAt"),
                fields.optionalTime("deliveredAt"),
                fields.list(
                        "events",
                        false,
                        MOST_EVENTS,
                        event -> new Order.Event(event.time("at"), event.text("text", LONGEST_TEXT))));
    }

    private static AfterSale afterSale(String id, Fields fields, Freshness freshness) {
        return new AfterSale(
                id,
                fields.text("orderId", LONGEST_ID),
                fields.oneOf("kind", AfterSale.Kind.class),
                fields.oneOf("status", AfterSale.Status.class),
                fields.money("amount"),
                fields.optionalText("reason", LONGEST_TEXT),
                fields.optionalTime("requestedAt"),
                freshness);
    }

    private static Coupon coupon(String id, Fields fields, Freshness freshness) {
        Coupon.Kind kind = fields.oneOf("kind", Coupon.Kind.class);
        return new Coupon(
                id,
                fields.text("customerId", LONGEST_ID),
                fields.text("name", LONGEST_NAME),
                kind,
                fields.value("value", kind == Coupon.Kind.PERCENT ? MOST_PERCENT : MOST_MONEY),
                fields.money("threshold"),
                fields.optionalTime("validFrom"),
                fields.optionalTime("validTo"),
                fields.optionalText("stackGroup", LONGEST_SHORT),
                fields.object("appliesTo").map(RecordForms::scope).orElse(Coupon.Scope.EVERYTHING),
                couponStatus(fields),
                freshness);
    }

    private static Coupon.Scope scope(Fields fields) {
        @Nullable Boolean excludePresale = fields.flag("excludePresale");
        return new Coupon.Scope(
                fields.texts("categories", MOST_NAMED, LONGEST_SHORT),
                fields.texts("skus", MOST_NAMED, LONGEST_ID),
                excludePresale != null && excludePresale);
    }

    /** A coupon that nobody says is used can be used. */
    private static Coupon.Status couponStatus(Fields fields) {
        return fields.raw("status").isMissingNode() || fields.raw("status").isNull()
                ? Coupon.Status.UNUSED
                : fields.oneOf("status", Coupon.Status.class);
    }
}
