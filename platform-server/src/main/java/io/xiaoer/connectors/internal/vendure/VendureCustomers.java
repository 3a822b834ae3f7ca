package io.xiaoer.connectors.internal.vendure;

import static io.xiaoer.connectors.internal.vendure.VendureFields.putText;
import static io.xiaoer.connectors.internal.vendure.VendureFields.putTime;
import static io.xiaoer.connectors.internal.vendure.VendureFields.required;
import static io.xiaoer.connectors.internal.vendure.VendureFields.text;
import static io.xiaoer.connectors.internal.vendure.VendureFields.time;

import io.xiaoer.connectors.internal.bridges.BridgeFailed;
import io.xiaoer.shopdata.Pushed;
import io.xiaoer.shopdata.RecordKind;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes customers, as of when they were asked for: groups change without a customer's time. */
final class VendureCustomers {

    /** Before the server's own id, where the others have one of the shop's and this one has not. */
    private static final String OWN_ID = "vendure-";

    private VendureCustomers() {}

    /** What the shop's other systems call a customer, or the server's own id. */
    static String id(VendureShop shop, JsonNode customer) throws BridgeFailed {
        String own = required(customer, "id");
        if (!shop.customersHaveIds()) {
            return own;
        }
        String external = text(customer.path("customFields"), "externalId");
        return external == null ? OWN_ID + own : external;
    }

    /** Finds a customer by the id that we know; null if nobody there can have it. */
    static @Nullable ObjectNode filter(VendureShop shop, String customerId) {
        if (shop.customersHaveIds() && !customerId.startsWith(OWN_ID)) {
            return filter("externalId", customerId);
        }
        String own = ownId(shop, customerId);
        return own == null ? null : filter("id", own);
    }

    static ObjectNode filter(String field, String value) {
        ObjectNode filter = VendureCalls.object();
        filter.putObject(field).put("eq", value);
        return filter;
    }

    /** Finds several; null if nobody there can be one of them. */
    static @Nullable ObjectNode filter(VendureShop shop, List<String> customerIds) {
        ObjectNode filter = VendureCalls.object();
        ArrayNode external = filter.arrayNode();
        ArrayNode own = filter.arrayNode();
        for (String id : customerIds) {
            if (shop.customersHaveIds() && !id.startsWith(OWN_ID)) {
                external.add(id);
            } else if (ownId(shop, id) != null) {
                own.add(ownId(shop, id));
            }
        }
        ArrayNode either = filter.putArray("_or");
        if (!external.isEmpty()) {
            either.addObject().putObject("externalId").set("in", external);
        }
        if (!own.isEmpty()) {
            either.addObject().putObject("id").set("in", own);
        }
        return either.isEmpty() ? null : filter;
    }

    /** Null if it is none: to ask for one of another form may be an error there. */
    private static @Nullable String ownId(VendureShop shop, String customerId) {
        String own = shop.customersHaveIds() ? customerId.substring(OWN_ID.length()) : customerId;
        return own.matches("[0-9]{1,18}|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}") ? own : null;
    }

    /** A customer, and the coupons that are theirs. */
    static List<Pushed> made(VendureShop shop, JsonNode customer, VendureCoupons coupons, Instant readAt)
            throws BridgeFailed {
        String id = id(shop, customer);
        ObjectNode made = VendureCalls.object().put("name", name(customer));
        putText(made, "phone", text(customer, "phoneNumber"));
        String groups = StreamSupport.stream(customer.path("groups").spliterator(), false)
                .map(group -> text(group, "name"))
                .filter(Objects::nonNull)
                .collect(Collectors.joining("、"));
        putText(made, "memberLevel", groups.isEmpty() ? null : groups);
        putTime(made, "registeredAt", time(customer.path("createdAt")));
        List<Pushed> items = new ArrayList<>();
        items.add(new Pushed(RecordKind.CUSTOMERS.key(), id, made, at(readAt)));
        items.addAll(coupons.of(id, customer, readAt));
        return items;
    }

    /** Family name first where people do so. */
    private static String name(JsonNode customer) {
        String first = text(customer, "firstName");
        String last = text(customer, "lastName");
        String both = Stream.of(first, last).filter(Objects::nonNull).collect(Collectors.joining(" "));
        if (first != null && last != null && both.codePoints().anyMatch(Character::isIdeographic)) {
            return last + first;
        }
        String mail = text(customer, "emailAddress");
        return !both.isEmpty() || mail == null ? both : mail.replaceFirst("@.*", "");
    }

    static String at(Instant readAt) {
        return readAt.atOffset(ZoneOffset.UTC).toString();
    }
}
