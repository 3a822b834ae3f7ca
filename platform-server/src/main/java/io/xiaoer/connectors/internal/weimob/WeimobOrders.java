package io.xiaoer.connectors.internal.weimob;

import static io.xiaoer.connectors.internal.weimob.WeimobValues.putText;
import static io.xiaoer.connectors.internal.weimob.WeimobValues.putTime;
import static io.xiaoer.connectors.internal.weimob.WeimobValues.putYuan;
import static io.xiaoer.connectors.internal.weimob.WeimobValues.text;

import io.xiaoer.connectors.internal.bridges.BridgeFailed;
import io.xiaoer.connectors.internal.bridges.BridgeFailed.Why;
import io.xiaoer.connectors.internal.bridges.BridgeHttp;
import io.xiaoer.connectors.internal.bridges.Stamp;
import io.xiaoer.shopdata.Pushed;
import io.xiaoer.shopdata.RecordKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes orders of the platform's. */
final class WeimobOrders {

    /** Shipped, all or in part. */
    private static final Set<String> ON_THEIR_WAY = Set.of("4", "5");

    private WeimobOrders() {}

    /** An order in a list. */
    static Pushed listed(JsonNode theirs, Instant readAt) throws BridgeFailed {
        return made(theirs, Stamp.listed(changedAt(theirs), readAt).toString());
    }

    /** An order read by itself. */
    static Pushed detailed(JsonNode theirs, Instant readAt) throws BridgeFailed {
        return made(theirs, Stamp.detailed(changedAt(theirs), readAt).toString());
    }

    static @Nullable String idOf(JsonNode theirs) {
        return text(WeimobFields.ORDER_NO.in(theirs));
    }

    static @Nullable String customerOf(JsonNode theirs) {
        return text(WeimobFields.ORDER_BUYER.in(theirs));
    }

    /** Whether parcels are on their way of which nothing is said here. */
    static boolean hidesParcels(JsonNode theirs) {
        String status = text(WeimobFields.ORDER_STATUS.in(theirs));
        return status != null
                && ON_THEIR_WAY.contains(status)
                && WeimobParcels.of(theirs).isEmpty();
    }

    private static Pushed made(JsonNode theirs, String updatedAt) throws BridgeFailed {
        String id = idOf(theirs);
        if (id == null) {
            throw new BridgeFailed(Why.WRONG_FORM, "an order without orderNo");
        }
        return new Pushed(RecordKind.ORDERS.key(), id, order(theirs), updatedAt);
    }

    private static Instant changedAt(JsonNode theirs) throws BridgeFailed {
        Instant changed = WeimobValues.time(WeimobFields.ORDER_CHANGED.in(theirs));
        changed = changed == null ? WeimobValues.time(WeimobFields.ORDER_CREATED.in(theirs)) : changed;
        if (changed == null) {
            throw new BridgeFailed(Why.WRONG_FORM, "an order without updateTime");
        }
        return changed;
    }

    private static ObjectNode order(JsonNode theirs) {
        ObjectNode order = BridgeHttp.JSON.createObjectNode();
        putText(order, "customerId", customerOf(theirs));
        order.put("status", WeimobStatuses.ORDERS.ours(String.valueOf(text(WeimobFields.ORDER_STATUS.in(theirs)))));
        putTime(order, "placedAt", WeimobFields.ORDER_CREATED.in(theirs));
        putTime(order, "paidAt", WeimobFields.ORDER_PAID.in(theirs));
        putYuan(order, "total", WeimobFields.ORDER_TOTAL.in(theirs));
        boolean presale = WeimobValues.time(WeimobFields.ORDER_PRESALE.in(theirs)) != null;
        ArrayNode lines = order.putArray("lines");
        WeimobFields.ORDER_LINES.listIn(theirs).forEach(line -> lines.add(line(line, presale)));
        ObjectNode to = shipTo(WeimobFields.ORDER_RECEIVER.in(theirs));
        if (!to.isEmpty()) {
            order.set("shipTo", to);
        }
        order.set("shipments", WeimobParcels.of(theirs));
        return order;
    }

    private static ObjectNode line(JsonNode line, boolean presale) {
        ObjectNode made = BridgeHttp.JSON.createObjectNode();
        putText(made, "sku", text(WeimobFields.LINE_SKU.in(line)));
        putText(made, "name", text(WeimobFields.LINE_NAME.in(line)));
        BigDecimal quantity = WeimobValues.decimal(WeimobFields.LINE_QUANTITY.in(line));
        if (quantity != null) {
            // what is sold by weight comes as half a kilo
            made.put("quantity", quantity.setScale(0, RoundingMode.CEILING).toBigInteger());
        }
        putYuan(made, "price", WeimobFields.LINE_PRICE.in(line));
        if (presale) {
            made.put("presale", true);
        }
        return made;
    }

    private static ObjectNode shipTo(JsonNode receiver) {
        ObjectNode to = BridgeHttp.JSON.createObjectNode();
        putText(to, "name", text(receiver.path("name")));
        putText(to, "phone", text(receiver.path("phone")));
        String region = WeimobFields.REGION.stream()
                .map(part -> text(receiver.path(part)))
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining(" "));
        putText(to, "region", region.isEmpty() ? null : region);
        putText(to, "address", text(receiver.path("address")));
        return to;
    }
}
