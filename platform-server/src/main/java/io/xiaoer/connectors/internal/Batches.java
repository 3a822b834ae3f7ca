package io.xiaoer.connectors.internal;

import io.xiaoer.connectors.Fault;
import io.xiaoer.shopdata.Pushed;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the form in which records come: {@code {items: [{kind, id, data, updatedAt}]}}. */
final class Batches {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Batches() {}

    /**
     * The records in what came.
     *
     * @param most of them
     * @param alone whether one record may stand without a list around it
     */
    static List<Pushed> read(byte[] body, int most, boolean alone) throws LookupFailed {
        JsonNode root;
        try {
            root = JSON.readTree(body);
        } catch (JacksonException e) {
            throw new LookupFailed(Fault.Code.NOT_JSON, null);
        }
        if (alone && root.isObject() && root.has("kind")) {
            return List.of(item(root));
        }
        JsonNode items = root.path("items");
        if (!root.isObject() || !items.isArray()) {
            throw new LookupFailed(Fault.Code.WRONG_FORMAT, "items is missing or no list");
        }
        if (items.size() > most) {
            throw new LookupFailed(Fault.Code.TOO_MANY_ITEMS, items.size() + " items");
        }
        List<Pushed> read = new ArrayList<>(items.size());
        for (JsonNode item : items) {
            if (!item.isObject()) {
                throw new LookupFailed(Fault.Code.WRONG_FORMAT, "items[" + read.size() + "] is no object");
            }
            read.add(item(item));
        }
        return read;
    }

    private static Pushed item(JsonNode item) {
        return new Pushed(text(item, "kind"), text(item, "id"), item.get("data"), text(item, "updatedAt"));
    }

    /** A text, or a number as shops with numeric ids may write it; null for anything else. */
    static @Nullable String text(@Nullable JsonNode object, String field) {
        JsonNode value = object == null ? null : object.get(field);
        if (value == null) {
            return null;
        }
        return value.isString() ? value.stringValue() : value.isIntegralNumber() ? value.asString() : null;
    }
}
