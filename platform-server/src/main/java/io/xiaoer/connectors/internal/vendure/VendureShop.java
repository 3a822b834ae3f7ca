package io.xiaoer.connectors.internal.vendure;

import io.xiaoer.connectors.internal.bridges.Grant;
import io.xiaoer.connectors.internal.outward.AddressRefused;
import io.xiaoer.connectors.internal.outward.AllowedHosts;
import io.xiaoer.connectors.internal.outward.GuardedAddress;
import io.xiaoer.shared.Problem;
import java.net.URI;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A shop's server and what lets us in there.
 *
 * @param api the address of its Admin API
 * @param account its host and port, and the path of the API if that is not the usual one, so that it fits into an address
 * @param customersHaveIds whether customers carry the id that the shop's other systems know them by, as our plugin makes it
 */
record VendureShop(String api, String account, String apiKey, String webhookSecret, boolean customersHaveIds) {

    static final String ADDRESS = "address";
    static final String API_KEY = "api_key";
    static final String WEBHOOK_SECRET = "webhook_secret";

    private static final String CUSTOMERS_HAVE_IDS = "customers_have_ids";
    private static final String USUAL_PATH = "/admin-api";
    private static final String SECRET_PREFIX = "whsec_";
    private static final int LEAST_SECRET_BYTES = 24;

    /** Keys of this kind do not end. */
    private static final Instant NEVER = Instant.parse("9000-01-01T00:00:00Z");

    /**
     * What the owner typed in.
     *
     * @throws Problem naming what cannot be right
     */
    static VendureShop typedIn(Map<String, String> keys, AllowedHosts allowed) {
        String typed = keys.getOrDefault(ADDRESS, "").strip();
        String address = typed.contains("://") ? typed : "https://" + typed;
        GuardedAddress parsed;
        try {
            parsed = GuardedAddress.parse(address, allowed);
        } catch (AddressRefused e) {
            throw Problem.invalid(ADDRESS, e.reason());
        }
        URI uri = parsed.uri();
        String path = uri.getRawPath() == null ? "" : uri.getRawPath().replaceAll("/+$", "");
        if (uri.getRawQuery() != null || !path.matches("[A-Za-z0-9._/-]{0,60}")) {
            throw Problem.invalid(ADDRESS, "must be that of the shop's server, such as https://shop.example.com");
        }
        path = path.isEmpty() ? USUAL_PATH : path;
        String secret = keys.getOrDefault(WEBHOOK_SECRET, "");
        if (!isSecret(secret)) {
            throw Problem.invalid(WEBHOOK_SECRET, "must be whsec_ and at least 24 bytes in Base64");
        }
        String host = uri.getPort() == -1 ? parsed.host() : parsed.host() + ":" + parsed.port();
        return new VendureShop(
                uri.getScheme().toLowerCase(Locale.ROOT) + "://" + host + path,
                host + (path.equals(USUAL_PATH) ? "" : path.replace('/', '~')),
                keys.getOrDefault(API_KEY, ""),
                secret,
                true);
    }

    static VendureShop of(Grant grant) {
        return new VendureShop(
                grant.more().getOrDefault(ADDRESS, ""),
                grant.account(),
                grant.accessToken(),
                grant.more().getOrDefault(WEBHOOK_SECRET, ""),
                Boolean.parseBoolean(grant.more().get(CUSTOMERS_HAVE_IDS)));
    }

    Grant grant(@Nullable String name) {
        return new Grant(
                account,
                name,
                apiKey,
                NEVER,
                null,
                Map.of(
                        ADDRESS,
                        api,
                        WEBHOOK_SECRET,
                        webhookSecret,
                        CUSTOMERS_HAVE_IDS,
                        Boolean.toString(customersHaveIds)));
    }

    VendureShop withoutCustomersIds() {
        return new VendureShop(api, account, apiKey, webhookSecret, false);
    }

    private static boolean isSecret(String text) {
        if (!text.startsWith(SECRET_PREFIX)) {
            return false;
        }
        try {
            return Base64.getDecoder().decode(text.substring(SECRET_PREFIX.length())).length >= LEAST_SECRET_BYTES;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Nothing that lets anybody in. */
    @Override
    public String toString() {
        return "VendureShop[" + account + "]";
    }
}
