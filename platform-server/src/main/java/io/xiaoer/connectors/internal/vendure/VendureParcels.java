package io.xiaoer.connectors.internal.vendure;

import static io.xiaoer.connectors.internal.vendure.VendureFields.putText;
import static io.xiaoer.connectors.internal.vendure.VendureFields.putTime;
import static io.xiaoer.connectors.internal.vendure.VendureFields.text;
import static io.xiaoer.connectors.internal.vendure.VendureFields.time;

import io.xiaoer.connectors.internal.bridges.Words;
import java.util.MissingResourceException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes parcels of fulfillments; what happened to them stands in the order's history. */
final class VendureParcels {

    private static final String TRANSITION = "ORDER_FULFILLMENT_TRANSITION";

    private final Words words;

    VendureParcels(Words words) {
        this.words = words;
    }

    /** Of an order; what was called off is no parcel. */
    ArrayNode made(JsonNode order) {
        ArrayNode parcels = VendureCalls.object().arrayNode();
        for (JsonNode fulfillment : order.path("fulfillments")) {
            if (!"Cancelled".equals(text(fulfillment, "state"))) {
                parcels.add(parcel(fulfillment, order.path("history").path("items")));
            }
        }
        return parcels;
    }

    private ObjectNode parcel(JsonNode fulfillment, JsonNode history) {
        ObjectNode parcel = VendureCalls.object();
        putText(parcel, "carrier", text(fulfillment, "method"));
        putText(parcel, "trackingNo", text(fulfillment, "trackingCode"));
        String state = text(fulfillment, "state");
        putText(parcel, "status", state == null ? null : said("parcel." + state, state));
        ArrayNode events = parcel.putArray("events");
        for (JsonNode entry : history) {
            JsonNode data = entry.path("data");
            String to = text(data, "to");
            if (!TRANSITION.equals(text(entry, "type")) || to == null || !isOf(fulfillment, data)) {
                continue;
            }
            if (to.equals("Shipped")) {
                putTime(parcel, "shippedAt", time(entry.path("createdAt")));
            } else if (to.equals("Delivered")) {
                putTime(parcel, "deliveredAt", time(entry.path("createdAt")));
            }
            String event = said("parcel.event." + to, null);
            if (event != null && time(entry.path("createdAt")) != null) {
                ObjectNode one = events.addObject().put("text", event);
                putTime(one, "at", time(entry.path("createdAt")));
            }
        }
        return parcel;
    }

    /** An id is a number in one place and a text in another. */
    private static boolean isOf(JsonNode fulfillment, JsonNode data) {
        String id = text(data, "fulfillmentId");
        return id != null && id.equals(text(fulfillment, "id"));
    }

    private @Nullable String said(String key, @Nullable String otherwise) {
        try {
            return words.get(key);
        } catch (MissingResourceException e) {
            return otherwise;
        }
    }
}
