package io.xiaoer.connectors.internal.vendure;

import io.xiaoer.connectors.internal.bridges.BridgeFailed;
import io.xiaoer.connectors.internal.bridges.BridgeFailed.Why;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** How Vendure writes times, ids and money. */
final class VendureFields {

    private VendureFields() {}

    /** A text, or an id that is a number; null if it is empty or neither. */
    static @Nullable String text(JsonNode value) {
        if (value.isString()) {
            return value.asString().isBlank() ? null : value.asString().strip();
        }
        return value.isIntegralNumber() ? value.asString() : null;
    }

    static @Nullable String text(JsonNode object, String name) {
        return text(object.path(name));
    }

    /** @throws BridgeFailed if it is not there */
    static String required(JsonNode object, String name) throws BridgeFailed {
        String text = text(object, name);
        if (text == null) {
            throw new BridgeFailed(Why.WRONG_FORM, "no " + name);
        }
        return text;
    }

    static JsonNode list(JsonNode object, String name) throws BridgeFailed {
        JsonNode list = object.path(name);
        if (!list.isArray()) {
            throw new BridgeFailed(Why.WRONG_FORM, "no list of " + name);
        }
        return list;
    }

    static @Nullable Instant time(JsonNode value) {
        if (!value.isString()) {
            return null;
        }
        try {
            return OffsetDateTime.parse(value.asString()).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    static void putText(ObjectNode to, String name, @Nullable String text) {
        if (text != null) {
            to.put(name, text);
        }
    }

    static void putTime(ObjectNode to, String name, @Nullable Instant time) {
        if (time != null) {
            to.put(name, time.toString());
        }
    }

    /** {@code 14800}, in hundredths. */
    static void putMoney(ObjectNode to, String name, JsonNode value) {
        if (value.isIntegralNumber()) {
            to.put(name, BigDecimal.valueOf(value.longValue(), 2).toPlainString());
        }
    }
}
