package io.xiaoer.connectors.internal.youzan;

import static io.xiaoer.connectors.internal.youzan.YouzanFields.putText;
import static io.xiaoer.connectors.internal.youzan.YouzanFields.putTime;
import static io.xiaoer.connectors.internal.youzan.YouzanFields.putYuan;
import static io.xiaoer.connectors.internal.youzan.YouzanFields.text;

import io.xiaoer.connectors.internal.bridges.BridgeFailed;
import io.xiaoer.connectors.internal.bridges.BridgeFailed.Why;
import io.xiaoer.connectors.internal.bridges.BridgeHttp;
import io.xiaoer.connectors.internal.bridges.Stamp;
import io.xiaoer.shopdata.Order;
import io.xiaoer.shopdata.Pushed;
import io.xiaoer.shopdata.RecordKind;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes orders of the platform's trades. */
final class YouzanOrders {

    private YouzanOrders() {}

    /**
     * An order in a list.
     *
     * @param trade holds {@code full_order_info}, and in some answers {@code delivery_order}
     */
    static Pushed listed(JsonNode trade, Instant readAt) throws BridgeFailed {
        JsonNode info = info(trade);
        return new Pushed(
                RecordKind.ORDERS.key(),
                id(info),
                order(trade, null),
                Stamp.listed(changedAt(info), readAt).toString());
    }

    /** An order read by itself, and where its parcels are; null if nobody asked. */
    static Pushed detailed(JsonNode trade, @Nullable JsonNode express, Instant readAt) throws BridgeFailed {
        JsonNode info = info(trade);
        return new Pushed(
                RecordKind.ORDERS.key(),
                id(info),
                order(trade, express),
                Stamp.detailed(changedAt(info), readAt).toString());
    }

    static @Nullable String customerOf(JsonNode trade) {
        return text(trade.path("full_order_info").path("buyer_info"), "yz_open_id", "buyer_id");
    }

    static @Nullable String idOf(JsonNode trade) {
        return text(trade.path("full_order_info").path("order_info"), "tid");
    }

    /** Whether parcels are on their way, of which a list may say nothing. */
    static boolean isShipped(JsonNode trade) {
        String status = text(trade.path("full_order_info").path("order_info"), "status");
        return "WAIT_BUYER_CONFIRM_GOODS".equals(status) || !deliveries(trade).isEmpty();
    }

    /** Whether parcels are on their way of which nothing is said here. */
    static boolean hidesParcels(JsonNode trade) {
        String status = text(trade.path("full_order_info").path("order_info"), "status");
        return "WAIT_BUYER_CONFIRM_GOODS".equals(status) && deliveries(trade).isEmpty();
    }

    private static JsonNode info(JsonNode trade) throws BridgeFailed {
        JsonNode info = trade.path("full_order_info").path("order_info");
        if (!info.isObject()) {
            throw new BridgeFailed(Why.WRONG_FORM, "a trade without order_info");
        }
        return info;
    }

    private static String id(JsonNode info) throws BridgeFailed {
        String id = text(info, "tid");
        if (id == null) {
            throw new BridgeFailed(Why.WRONG_FORM, "a trade without tid");
        }
        return id;
    }

    private static Instant changedAt(JsonNode info) throws BridgeFailed {
        Instant changed = YouzanFields.time(info.path("update_time"));
        changed = changed == null ? YouzanFields.time(info.path("created")) : changed;
        if (changed == null) {
            throw new BridgeFailed(Why.WRONG_FORM, "a trade without update_time");
        }
        return changed;
    }

    private static ObjectNode order(JsonNode trade, @Nullable JsonNode express) {
        JsonNode full = trade.path("full_order_info");
        JsonNode info = full.path("order_info");
        ObjectNode order = BridgeHttp.JSON.createObjectNode();
        putText(order, "customerId", customerOf(trade));
        String status = YouzanStatuses.ORDERS.ours(String.valueOf(text(info, "status")));
        boolean partly = status.equals("to_ship") && !deliveries(trade).isEmpty();
        order.put("status", partly ? Order.Status.PARTLY_SHIPPED.name().toLowerCase(Locale.ROOT) : status);
        putTime(order, "placedAt", info.path("created"));
        putTime(order, "paidAt", info.path("pay_time"));
        putYuan(order, "total", full.path("pay_info").path("payment"));
        ArrayNode lines = order.putArray("lines");
        full.path("orders").forEach(line -> lines.add(line(line)));
        ObjectNode to = shipTo(full.path("address_info"));
        if (!to.isEmpty()) {
            order.set("shipTo", to);
        }
        ArrayNode shipments = order.putArray("shipments");
        if (express == null) {
            deliveries(trade)
                    .forEach(delivery -> delivery.path("dists")
                            .forEach(dist -> shipments.add(dispatched(dist.path("express_info"), info))));
        } else {
            express.forEach(parcel -> shipments.add(parcel(parcel, info)));
        }
        return order;
    }

    private static JsonNode deliveries(JsonNode trade) {
        JsonNode beside = trade.path("delivery_order");
        return beside.isArray() ? beside : trade.path("full_order_info").path("delivery_order");
    }

    private static ObjectNode line(JsonNode line) {
        ObjectNode made = BridgeHttp.JSON.createObjectNode();
        putText(made, "sku", text(line, "outer_sku_id", "outer_item_id", "sku_id", "item_id"));
        putText(made, "name", text(line, "title"));
        made.set("quantity", line.path("num"));
        putYuan(made, "price", line.path("price"));
        JsonNode presale = line.path("is_presale");
        if (presale.isBoolean()) {
            made.put("presale", presale.booleanValue());
        }
        return made;
    }

    private static ObjectNode shipTo(JsonNode address) {
        ObjectNode to = BridgeHttp.JSON.createObjectNode();
        putText(to, "name", text(address, "receiver_name"));
        putText(to, "phone", text(address, "receiver_tel"));
        String region = Stream.of("delivery_province", "delivery_city", "delivery_district")
                .map(part -> text(address, part))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        putText(to, "region", region.isEmpty() ? null : region);
        putText(to, "address", text(address, "delivery_address"));
        return to;
    }

    private static ObjectNode dispatched(JsonNode express, JsonNode info) {
        ObjectNode shipment = BridgeHttp.JSON.createObjectNode();
        putText(shipment, "carrier", text(express, "express_name"));
        putText(shipment, "trackingNo", text(express, "express_no"));
        putTime(shipment, "shippedAt", info.path("consign_time"));
        return shipment;
    }

    private static ObjectNode parcel(JsonNode parcel, JsonNode info) {
        ObjectNode shipment = dispatched(parcel, info);
        putText(shipment, "status", text(parcel, "state"));
        ArrayNode events = shipment.putArray("events");
        parcel.path("transit_step_info").forEach(step -> {
            ObjectNode event = BridgeHttp.JSON.createObjectNode();
            putTime(event, "at", step.path("status_time"));
            putText(event, "text", text(step, "status_desc"));
            if (event.size() == 2) {
                events.add(event);
            }
        });
        return shipment;
    }
}
