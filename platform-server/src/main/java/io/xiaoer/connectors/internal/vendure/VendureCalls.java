package io.xiaoer.connectors.internal.vendure;

import io.xiaoer.connectors.internal.bridges.BridgeFailed;
import io.xiaoer.connectors.internal.bridges.BridgeFailed.Why;
import io.xiaoer.connectors.internal.bridges.BridgeHttp;
import io.xiaoer.connectors.internal.bridges.Session;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Calls of the Admin API, and how it says no with status 200. */
final class VendureCalls {

    private static final String KEY_HEADER = "vendure-api-key";

    private VendureCalls() {}

    /** What is asked. */
    record Asking(String query, ObjectNode variables) {}

    /**
     * What was answered.
     *
     * @param data of the answer; empty if nothing was asked
     * @param askedAt just before: what has changed since may not be in it
     */
    record Told(VendureShop shop, JsonNode data, Instant askedAt) {}

    static ObjectNode object() {
        return BridgeHttp.JSON.createObjectNode();
    }

    /** @param asking null of a shop where there is nothing to ask */
    static Told ask(Session session, Function<VendureShop, @Nullable Asking> asking) throws BridgeFailed {
        Instant now = session.now();
        AtomicReference<VendureShop> asked = new AtomicReference<>();
        JsonNode data = session.call((grant, http) -> {
            VendureShop shop = VendureShop.of(grant);
            asked.set(shop);
            Asking what = asking.apply(shop);
            return what == null ? object() : ask(shop, what, http);
        });
        return new Told(Objects.requireNonNull(asked.get()), data, now);
    }

    static JsonNode ask(VendureShop shop, Asking asking, BridgeHttp http) throws BridgeFailed {
        ObjectNode request = object().put("query", asking.query());
        request.set("variables", asking.variables());
        return data(http.post(shop.api(), Map.of(KEY_HEADER, shop.apiKey()), request));
    }

    /** A key that is not good (any more) and one that lacks a permission are told apart by {@link VendureEntry#renew}. */
    private static JsonNode data(JsonNode answer) throws BridgeFailed {
        JsonNode errors = answer.path("errors");
        if (errors.isArray() && !errors.isEmpty()) {
            String code = errors.path(0).path("extensions").path("code").asString("");
            String known = code.matches("[A-Z_]{1,40}") ? code : "?";
            throw new BridgeFailed(
                    switch (known) {
                        case "FORBIDDEN", "UNAUTHENTICATED", "UNAUTHORIZED" -> Why.TOKEN;
                        case "TOO_MANY_REQUESTS", "RATE_LIMITED" -> Why.BUSY;
                        case "GRAPHQL_VALIDATION_FAILED", "GRAPHQL_PARSE_FAILED", "BAD_USER_INPUT" -> Why.WRONG_FORM;
                        default -> Why.DOWN;
                    },
                    known);
        }
        JsonNode data = answer.path("data");
        if (!data.isObject()) {
            throw new BridgeFailed(Why.WRONG_FORM, "no data");
        }
        return data;
    }
}
