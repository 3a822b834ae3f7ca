package io.xiaoer.connectors.internal;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes what is personal in a record unreadable, but still recognisable for whoever knows it. */
final class Masking {

    private static final Set<String> PHONES = Set.of("phone", "courierPhone", "mobile", "tel");
    private static final Set<String> NAMES = Set.of("courierName");
    private static final Set<String> PLACES = Set.of("address", "email");
    private static final int PHONE_LENGTH = 7;

    private Masking() {}

    /** @param kind of record; a customer's own name is personal, a product's is not */
    static JsonNode mask(@Nullable String kind, JsonNode data) {
        return mask(data, "customers".equals(kind));
    }

    private static JsonNode mask(JsonNode node, boolean person) {
        if (node instanceof ArrayNode list) {
            ArrayNode masked = JsonNodeFactory.instance.arrayNode();
            list.forEach(item -> masked.add(mask(item, person)));
            return masked;
        }
        if (!(node instanceof ObjectNode object)) {
            return node;
        }
        ObjectNode masked = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            String name = field.getKey();
            JsonNode value = field.getValue();
            boolean text = value.isString() || value.isNumber();
            if (text && PHONES.contains(name)) {
                masked.put(name, phone(value.asString()));
            } else if (text && (NAMES.contains(name) || (person && "name".equals(name)))) {
                masked.put(name, name(value.asString()));
            } else if (text && PLACES.contains(name)) {
                masked.put(name, "***");
            } else {
                masked.set(name, mask(value, "shipTo".equals(name)));
            }
        }
        return masked;
    }

    static String phone(String phone) {
        int length = phone.length();
        return length < PHONE_LENGTH ? "***" : phone.substring(0, 3) + "****" + phone.substring(length - 2);
    }

    static String name(String name) {
        return name.isEmpty() ? "" : name.substring(0, name.offsetByCodePoints(0, 1)) + "**";
    }
}
