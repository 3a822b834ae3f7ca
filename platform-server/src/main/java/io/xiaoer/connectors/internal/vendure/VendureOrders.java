package io.xiaoer.connectors.internal.vendure;

import static io.xiaoer.connectors.internal.vendure.VendureFields.list;
import static io.xiaoer.connectors.internal.vendure.VendureFields.putMoney;
import static io.xiaoer.connectors.internal.vendure.VendureFields.putText;
import static io.xiaoer.connectors.internal.vendure.VendureFields.putTime;
import static io.xiaoer.connectors.internal.vendure.VendureFields.required;
import static io.xiaoer.connectors.internal.vendure.VendureFields.text;
import static io.xiaoer.connectors.internal.vendure.VendureFields.time;

import io.xiaoer.connectors.internal.bridges.BridgeFailed;
import io.xiaoer.connectors.internal.bridges.BridgeFailed.Why;
import io.xiaoer.connectors.internal.bridges.Stamp;
import io.xiaoer.shopdata.Pushed;
import io.xiaoer.shopdata.RecordKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes orders, and after-sales of their refunds. An order does not say when it changed: its {@code updatedAt} stands still when a parcel
 * leaves or money goes back, so the newest time of all that belongs to it counts, its customer's included: an order is another's once the
 * customer has an id of the shop's.
 */
final class VendureOrders {

    private final VendureParcels parcels;

    VendureOrders(VendureParcels parcels) {
        this.parcels = parcels;
    }

    /**
     * Orders and their refunds. One that cannot be read is passed on as nothing, which is counted.
     *
     * @param customer whose an order is
     * @throws BridgeFailed if none of them can be read
     */
    List<Pushed> all(VendureShop shop, JsonNode orders, UnaryOperator<JsonNode> customer, Instant readAt)
            throws BridgeFailed {
        List<Pushed> items = new ArrayList<>();
        int unread = 0;
        for (JsonNode order : orders) {
            try {
                items.addAll(made(shop, order, customer.apply(order), readAt));
            } catch (BridgeFailed e) {
                if (++unread == orders.size()) {
                    throw e;
                }
                items.add(new Pushed(null, null, null, null));
            }
        }
        return items;
    }

    /**
     * An order and its refunds.
     *
     * @param customer whose it is
     * @param readAt before it was asked for
     */
    List<Pushed> made(VendureShop shop, JsonNode order, JsonNode customer, Instant readAt) throws BridgeFailed {
        String code = required(order, "code");
        List<Pushed> items = new ArrayList<>();
        items.add(new Pushed(
                RecordKind.ORDERS.key(),
                code,
                order(order, VendureCustomers.id(shop, customer)),
                stamp(later(changedAt(order), customer), readAt)));
        for (JsonNode payment : order.path("payments")) {
            for (JsonNode refund : payment.path("refunds")) {
                items.add(refund(code, refund, readAt));
            }
        }
        return items;
    }

    private ObjectNode order(JsonNode order, String customer) throws BridgeFailed {
        ObjectNode made = VendureCalls.object().put("customerId", customer);
        made.put("status", VendureStatuses.ORDERS.ours(required(order, "state")));
        putTime(made, "placedAt", time(order.path("orderPlacedAt")));
        putTime(made, "paidAt", paidAt(order));
        putMoney(made, "total", order.path("totalWithTax"));
        ArrayNode lines = made.putArray("lines");
        for (JsonNode line : list(order, "lines")) {
            ObjectNode one = line(line);
            if (one.path("quantity").intValue(0) > 0) {
                lines.add(one);
            }
        }
        ArrayNode coupons = made.putArray("couponIds");
        order.path("couponCodes").forEach(code -> coupons.add(VendureCoupons.id(code.asString(""), customer)));
        ObjectNode to = shipTo(order.path("shippingAddress"));
        if (!to.isEmpty()) {
            made.set("shipTo", to);
        }
        made.set("shipments", parcels.made(order));
        return made;
    }

    private static @Nullable Instant paidAt(JsonNode order) {
        for (JsonNode payment : order.path("payments")) {
            if ("Settled".equals(text(payment, "state"))) {
                return time(payment.path("createdAt"));
            }
        }
        return null;
    }

    /** Of what was cancelled, what was bought is told. */
    private static ObjectNode line(JsonNode line) {
        ObjectNode made = VendureCalls.object();
        JsonNode variant = line.path("productVariant");
        String sku = text(variant, "sku");
        putText(made, "sku", sku == null ? text(variant, "id") : sku);
        putText(made, "name", text(variant, "name"));
        int quantity = line.path("quantity").intValue(0);
        made.put(
                "quantity",
                quantity > 0 ? quantity : line.path("orderPlacedQuantity").intValue(0));
        putMoney(made, "price", line.path("unitPriceWithTax"));
        return made;
    }

    private static ObjectNode shipTo(JsonNode address) {
        ObjectNode to = VendureCalls.object();
        putText(to, "name", text(address, "fullName"));
        putText(to, "phone", text(address, "phoneNumber"));
        putText(to, "region", joined(address, "province", "city"));
        putText(to, "address", joined(address, "streetLine1", "streetLine2"));
        return to;
    }

    private static @Nullable String joined(JsonNode object, String... names) {
        String all = Stream.of(names)
                .map(name -> text(object, name))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        return all.isEmpty() ? null : all;
    }

    private static Pushed refund(String order, JsonNode refund, Instant readAt) throws BridgeFailed {
        ObjectNode made = VendureCalls.object().put("orderId", order).put("kind", "refund");
        made.put("status", VendureStatuses.REFUNDS.ours(required(refund, "state")));
        putMoney(made, "amount", refund.path("total"));
        putText(made, "reason", text(refund, "reason"));
        putTime(made, "requestedAt", time(refund.path("createdAt")));
        Instant changed = later(Instant.MIN, refund);
        return new Pushed(
                RecordKind.AFTERSALES.key(), order + "-R" + required(refund, "id"), made, stamp(changed, readAt));
    }

    private static Instant changedAt(JsonNode order) throws BridgeFailed {
        Instant newest = later(Instant.MIN, order);
        for (JsonNode payment : order.path("payments")) {
            newest = later(newest, payment);
            for (JsonNode refund : payment.path("refunds")) {
                newest = later(newest, refund);
            }
        }
        for (JsonNode parcel : order.path("fulfillments")) {
            newest = later(newest, parcel);
        }
        for (JsonNode entry : order.path("history").path("items")) {
            newest = later(newest, entry);
        }
        return newest;
    }

    private static Instant later(Instant than, JsonNode object) throws BridgeFailed {
        Instant changed = time(object.path("updatedAt"));
        changed = changed == null ? time(object.path("createdAt")) : changed;
        if (changed == null) {
            throw new BridgeFailed(Why.WRONG_FORM, "something without updatedAt");
        }
        return changed.isAfter(than) ? changed : than;
    }

    /** Some databases keep whole seconds, in which much may happen. */
    private static String stamp(Instant changed, Instant readAt) {
        return changed.getNano() == 0 ? Stamp.listed(changed, readAt).toString() : VendureCustomers.at(changed);
    }
}
