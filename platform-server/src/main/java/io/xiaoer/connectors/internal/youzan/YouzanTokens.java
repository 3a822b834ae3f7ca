package io.xiaoer.connectors.internal.youzan;

import static io.xiaoer.connectors.internal.youzan.YouzanFields.text;

import io.xiaoer.connectors.internal.bridges.BridgeFailed;
import io.xiaoer.connectors.internal.bridges.BridgeFailed.Why;
import io.xiaoer.connectors.internal.bridges.BridgeHttp;
import io.xiaoer.connectors.internal.bridges.Grant;
import io.xiaoer.connectors.internal.bridges.Permit;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Fetches tokens: with a code, with the refresh token that came with the last one, or with the keys of a shop's own app. */
final class YouzanTokens {

    static final String GRANT_ID = "grant_id";

    private final YouzanSettings settings;
    private final YouzanCalls calls;

    YouzanTokens(YouzanSettings settings, YouzanCalls calls) {
        this.settings = settings;
        this.calls = calls;
    }

    Grant authorise(Permit permit, BridgeHttp http) throws BridgeFailed {
        return switch (permit) {
            case Permit.Code code -> withCode(code, http);
            case Permit.Keys keys -> withKeys(keys.values(), http);
        };
    }

    Grant renew(Grant grant, BridgeHttp http) throws BridgeFailed {
        if (grant.more().containsKey(YouzanKeys.CLIENT_ID)) {
            return withKeys(grant.more(), http);
        }
        if (grant.refreshToken() == null) {
            throw new BridgeFailed(Why.REVOKED, "no refresh token");
        }
        ObjectNode params = params(app(), "refresh_token").put("refresh_token", grant.refreshToken());
        Grant fresh = grant(calls.token(params, http), grant.account(), grant.accountName(), Map.of());
        return fresh.refreshToken() != null
                ? fresh
                : new Grant(
                        fresh.account(),
                        fresh.accountName(),
                        fresh.accessToken(),
                        fresh.accessUntil(),
                        grant.refreshToken(),
                        Map.of());
    }

    private Grant withCode(Permit.Code code, BridgeHttp http) throws BridgeFailed {
        YouzanKeys app = app();
        JsonNode message = code.message() == null || code.message().isBlank() ? null : message(app, code.message());
        JsonNode data = calls.token(params(app, "authorization_code").put("code", code.code()), http);
        String shop = message == null ? null : text(message, "kdt_id", "kdtId");
        if (shop != null && !shop.equals(text(data, "authority_id"))) {
            throw new BridgeFailed(Why.REFUSED, "the message is about another shop");
        }
        String name = message == null ? null : text(message, "shop_name", "shopName");
        return grant(data, shop, name, Map.of());
    }

    private static JsonNode message(YouzanKeys app, String message) throws BridgeFailed {
        String text = app.decrypt(message).orElseThrow(() -> new BridgeFailed(Why.REFUSED, "the message is forged"));
        try {
            JsonNode read = BridgeHttp.JSON.readTree(text);
            if (read.isObject()) {
                return read;
            }
        } catch (JacksonException e) {
            throw new BridgeFailed(Why.REFUSED, "the message is no JSON");
        }
        throw new BridgeFailed(Why.REFUSED, "the message is no JSON object");
    }

    private Grant withKeys(Map<String, String> keys, BridgeHttp http) throws BridgeFailed {
        YouzanKeys own = new YouzanKeys(
                keys.getOrDefault(YouzanKeys.CLIENT_ID, ""), keys.getOrDefault(YouzanKeys.CLIENT_SECRET, ""));
        String shop = keys.getOrDefault(GRANT_ID, "");
        ObjectNode params = params(own, "silent").put(GRANT_ID, shop).put("refresh", false);
        return grant(
                calls.token(params, http),
                shop,
                null,
                Map.of(
                        YouzanKeys.CLIENT_ID,
                        own.clientId(),
                        YouzanKeys.CLIENT_SECRET,
                        own.clientSecret(),
                        GRANT_ID,
                        shop));
    }

    private static Grant grant(
            JsonNode data, @Nullable String account, @Nullable String accountName, Map<String, String> more)
            throws BridgeFailed {
        String token = text(data, "access_token");
        Instant until = YouzanFields.time(data.path("expires"));
        String shop = text(data, "authority_id");
        shop = shop == null ? account : shop;
        if (token == null || until == null || shop == null) {
            throw new BridgeFailed(Why.WRONG_FORM, "a token without access_token, expires or authority_id");
        }
        return new Grant(shop, accountName, token, until, text(data, "refresh_token"), more);
    }

    private YouzanKeys app() throws BridgeFailed {
        return YouzanKeys.of(settings).orElseThrow(() -> new BridgeFailed(Why.REFUSED, "no app is set up"));
    }

    private static ObjectNode params(YouzanKeys app, String how) {
        return YouzanCalls.params()
                .put(YouzanKeys.CLIENT_ID, app.clientId())
                .put(YouzanKeys.CLIENT_SECRET, app.clientSecret())
                .put("authorize_type", how);
    }
}
