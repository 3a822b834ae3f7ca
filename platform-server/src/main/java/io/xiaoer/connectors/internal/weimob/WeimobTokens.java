package io.xiaoer.connectors.internal.weimob;

import static io.xiaoer.connectors.internal.weimob.WeimobValues.text;

import io.xiaoer.connectors.internal.bridges.BridgeFailed;
import io.xiaoer.connectors.internal.bridges.BridgeFailed.Why;
import io.xiaoer.connectors.internal.bridges.BridgeHttp;
import io.xiaoer.connectors.internal.bridges.Grant;
import io.xiaoer.connectors.internal.bridges.Permit;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Fetches tokens: with a code, with the refresh token that came with the last one, or with the keys of a shop's own app. */
final class WeimobTokens {

    static final String SHOP_ID = "shop_id";
    static final String SHOP_TYPE = "shop_type";

    /** Nobody says how long a token lives before it is there, so each carries its lifetime, in seconds. */
    private static final String LIFETIME = "lifetime";

    /** The last part of its life, in which a token is replaced. */
    private static final int LAST_PART = 7;

    private final WeimobSettings settings;
    private final WeimobCalls calls;
    private final String redirect;

    /** @param redirect where the platform sends an owner who has agreed */
    WeimobTokens(WeimobSettings settings, WeimobCalls calls, String redirect) {
        this.settings = settings;
        this.calls = calls;
        this.redirect = redirect;
    }

    Grant authorise(Permit permit, BridgeHttp http) throws BridgeFailed {
        return switch (permit) {
            case Permit.Code code -> withCode(code.code(), http);
            case Permit.Keys keys -> withKeys(keys.values(), http);
        };
    }

    Grant renew(Grant grant, BridgeHttp http) throws BridgeFailed {
        if (grant.more().containsKey(WeimobKeys.CLIENT_ID)) {
            return withKeys(grant.more(), http);
        }
        if (grant.refreshToken() == null) {
            throw new BridgeFailed(Why.REVOKED, "no refresh token");
        }
        Map<String, String> params = params(app(), "refresh_token");
        params.put("refresh_token", grant.refreshToken());
        return grant(calls.token(params, http), grant, Map.of(), http);
    }

    /** When the next is to be fetched, though this one is still good. */
    static Instant renewalOf(Grant grant) {
        long lifetime = Long.parseLong(grant.more().getOrDefault(LIFETIME, "0"));
        return grant.accessUntil().minus(Duration.ofSeconds(lifetime).dividedBy(LAST_PART));
    }

    private Grant withCode(String code, BridgeHttp http) throws BridgeFailed {
        Map<String, String> params = params(app(), "authorization_code");
        params.put("code", code);
        params.put("redirect_uri", redirect);
        return grant(calls.token(params, http), null, Map.of(), http);
    }

    private Grant withKeys(Map<String, String> keys, BridgeHttp http) throws BridgeFailed {
        WeimobKeys own = new WeimobKeys(
                keys.getOrDefault(WeimobKeys.CLIENT_ID, ""), keys.getOrDefault(WeimobKeys.CLIENT_SECRET, ""));
        Map<String, String> shop = Map.of(
                SHOP_ID, keys.getOrDefault(SHOP_ID, ""),
                SHOP_TYPE, keys.getOrDefault(SHOP_TYPE, ""));
        Map<String, String> params = params(own, "client_credentials");
        params.putAll(shop);
        Map<String, String> kept = new TreeMap<>(shop);
        kept.put(WeimobKeys.CLIENT_ID, own.clientId());
        kept.put(WeimobKeys.CLIENT_SECRET, own.clientSecret());
        return grant(calls.token(params, http), null, kept, http);
    }

    /**
     * @param before what the answer does not say again
     * @param keys of the shop's own app; none if it is the operator's
     */
    private static Grant grant(JsonNode answer, @Nullable Grant before, Map<String, String> keys, BridgeHttp http)
            throws BridgeFailed {
        String token = text(WeimobFields.ACCESS_TOKEN.in(answer));
        Long lifetime = WeimobValues.count(WeimobFields.EXPIRES_IN.in(answer));
        String shop = text(WeimobFields.SHOP.in(answer));
        if (shop == null) {
            shop = before == null ? keys.get(SHOP_ID) : before.account();
        }
        if (token == null || lifetime == null || shop == null) {
            throw new BridgeFailed(Why.WRONG_FORM, "a token without access_token, expires_in or a shop");
        }
        String refresh = text(WeimobFields.REFRESH_TOKEN.in(answer));
        String name = text(WeimobFields.SHOP_NAME.in(answer));
        Map<String, String> more = new TreeMap<>(keys);
        more.put(LIFETIME, lifetime.toString());
        return new Grant(
                shop,
                name == null && before != null ? before.accountName() : name,
                token,
                http.now().plusSeconds(lifetime),
                refresh == null && before != null ? before.refreshToken() : refresh,
                more);
    }

    private WeimobKeys app() throws BridgeFailed {
        return WeimobKeys.of(settings).orElseThrow(() -> new BridgeFailed(Why.REFUSED, "no app is set up"));
    }

    private static Map<String, String> params(WeimobKeys app, String how) {
        Map<String, String> params = new LinkedHashMap<>();
        params.put("grant_type", how);
        params.put(WeimobKeys.CLIENT_ID, app.clientId());
        params.put(WeimobKeys.CLIENT_SECRET, app.clientSecret());
        return params;
    }
}
