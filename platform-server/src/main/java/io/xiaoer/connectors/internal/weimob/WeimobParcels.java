package io.xiaoer.connectors.internal.weimob;

import static io.xiaoer.connectors.internal.weimob.WeimobValues.putText;
import static io.xiaoer.connectors.internal.weimob.WeimobValues.putTime;
import static io.xiaoer.connectors.internal.weimob.WeimobValues.text;

import io.xiaoer.connectors.internal.bridges.BridgeHttp;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes shipments of what an order says of its deliveries. */
final class WeimobParcels {

    private static final String SENT = "商家已发货";
    private static final String RECEIVED = "已签收";

    private WeimobParcels() {}

    /** Those that are sent. */
    static ArrayNode of(JsonNode order) {
        ArrayNode shipments = BridgeHttp.JSON.createArrayNode();
        for (JsonNode parcel : WeimobFields.PARCELS.listIn(order)) {
            String number = text(WeimobFields.PARCEL_NUMBER.in(parcel));
            boolean sent = WeimobValues.time(WeimobFields.PARCEL_SENT.in(parcel)) != null;
            if (number != null || sent) {
                shipments.add(shipment(parcel, number));
            }
        }
        return shipments;
    }

    private static ObjectNode shipment(JsonNode parcel, @Nullable String number) {
        ObjectNode shipment = BridgeHttp.JSON.createObjectNode();
        putText(shipment, "carrier", text(WeimobFields.PARCEL_CARRIER.in(parcel)));
        putText(shipment, "trackingNo", number);
        putText(shipment, "status", text(WeimobFields.PARCEL_STATUS.in(parcel)));
        putTime(shipment, "shippedAt", WeimobFields.PARCEL_SENT.in(parcel));
        putTime(shipment, "deliveredAt", WeimobFields.PARCEL_RECEIVED.in(parcel));
        ArrayNode events = shipment.putArray("events");
        add(events, WeimobFields.PARCEL_SENT.in(parcel), SENT);
        for (JsonNode trace : WeimobFields.PARCEL_TRACES.listIn(parcel)) {
            add(events, WeimobFields.TRACE_AT.in(trace), text(WeimobFields.TRACE_TEXT.in(trace)));
        }
        if (WeimobValues.time(WeimobFields.PARCEL_RECEIVED.in(parcel)) != null) {
            add(events, WeimobFields.PARCEL_RECEIVED.in(parcel), RECEIVED);
        } else {
            add(events, WeimobFields.PARCEL_CHANGED.in(parcel), text(WeimobFields.PARCEL_STATUS.in(parcel)));
        }
        return shipment;
    }

    private static void add(ArrayNode events, JsonNode at, @Nullable String text) {
        ObjectNode event = BridgeHttp.JSON.createObjectNode();
        putTime(event, "at", at);
        putText(event, "text", text);
        if (event.size() == 2) {
            events.add(event);
        }
    }
}
