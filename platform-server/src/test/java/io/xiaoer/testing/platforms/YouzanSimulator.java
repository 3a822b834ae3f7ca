package io.xiaoer.testing.platforms;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Youzan's open platform: its token endpoint, the methods that the bridge calls, its pushes and its three forms of saying no. What its
 * documentation leaves open is set with {@link Open}.
 */
public final class YouzanSimulator implements PlatformSimulator {

    public static final String CLIENT_ID = "5f1e2d3c4b5a6978";
    public static final String CLIENT_SECRET = "0f1e2d3c4b5a69788796a5b4c3d2e1f0";

    static final JsonMapper JSON = JsonMapper.builder().build();

    private static final YouzanSimulator RUNNING = start();

    private final HttpServer server;
    private final Map<String, YouzanShop> shops = new ConcurrentHashMap<>();
    private final AtomicInteger names = new AtomicInteger(40_000_000);
    private volatile String callback = "";
    private volatile String owned = "";

    private YouzanSimulator(HttpServer server) {
        this.server = server;
    }

    /**
     * What the documentation leaves open.
     *
     * @param encodedMessages whether {@code msg} of a trade's push is percent-encoded
     * @param listsShowParcels whether a list of trades holds their deliveries
     */
    public record Open(boolean encodedMessages, boolean listsShowParcels) {}

    public static YouzanSimulator running() {
        return RUNNING;
    }

    public String hostAndPort() {
        return "localhost:" + server.getAddress().getPort();
    }

    public void open(String shop, Open open) {
        shop(shop).open = open;
    }

    /**
     * Whose owner is at the page on which owners agree, and where it leads back to: what is set up for an app beforehand.
     *
     * @param callback address of the page that gets the code
     */
    public void atThePage(String shop, String callback) {
        this.owned = shop;
        this.callback = callback;
    }

    @Override
    public String bridge() {
        return "youzan";
    }

    @Override
    public String openShop(Clock clock) {
        String name = Integer.toString(names.incrementAndGet());
        shops.put(name, new YouzanShop(name, clock));
        return name;
    }

    @Override
    public String code(String shop) {
        return shop(shop).newCode();
    }

    @Override
    public void sell(String shop, int orders) {
        shop(shop).sell(orders);
    }

    @Override
    public void change(String shop) {
        shop(shop).change();
    }

    @Override
    public Map<String, Order> orders(String shop) {
        return shop(shop).expectedOrders();
    }

    @Override
    public Map<String, String> afterSales(String shop) {
        return shop(shop).expectedRefunds();
    }

    @Override
    public void trouble(String shop, Trouble trouble, boolean on) {
        shop(shop).trouble(trouble, on);
    }

    @Override
    public void expireToken(String shop) {
        shop(shop).expireToken();
    }

    @Override
    public void revoke(String shop) {
        shop(shop).revoke();
    }

    @Override
    public int refreshes(String shop) {
        return shop(shop).refreshes.get();
    }

    @Override
    public int calls(String shop) {
        return shop(shop).calls.get();
    }

    @Override
    public List<String> secrets(String shop) {
        return List.copyOf(shop(shop).secrets);
    }

    @Override
    public List<Telling> tellings(String shop) {
        return shop(shop).takeEvents().stream()
                .map(event -> telling(event, CLIENT_SECRET))
                .toList();
    }

    @Override
    public Telling forged(Telling telling) {
        return new Telling(telling.path(), headers(telling.body(), "some-other-secret"), telling.body());
    }

    public Telling telling(ObjectNode event, String secret) {
        String body = JSON.writeValueAsString(event);
        return new Telling("/hooks/bridges/youzan", headers(body, secret), body);
    }

    private static Map<String, String> headers(String body, String secret) {
        return Map.of("Event-Sign", sign(CLIENT_ID, body, secret), "Event-Type", "trade", "Client-Id", CLIENT_ID);
    }

    /** As documented: hexadecimal MD5 of client id, body and secret. */
    static String sign(String clientId, String body, String secret) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("MD5")
                            .digest((clientId + body + secret).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What comes with a code: who has bought, encrypted for the app. */
    public String message(String shop, String shopName) {
        String text = JSON.createObjectNode()
                .put("type", "APP_AUTH")
                .put("kdt_id", Long.parseLong(shop))
                .put("shop_name", shopName)
                .toString();
        try {
            Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
            cipher.init(
                    Cipher.ENCRYPT_MODE,
                    new SecretKeySpec(CLIENT_SECRET.substring(0, 16).getBytes(StandardCharsets.US_ASCII), "AES"),
                    new IvParameterSpec("0102030405060708".getBytes(StandardCharsets.US_ASCII)));
            return encoded(Base64.getEncoder().encodeToString(cipher.doFinal(text.getBytes(StandardCharsets.UTF_8))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private YouzanShop shop(String name) {
        YouzanShop shop = shops.get(name);
        if (shop == null) {
            throw new IllegalArgumentException("no shop " + name);
        }
        return shop;
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] request = exchange.getRequestBody().readAllBytes();
        String path = exchange.getRequestURI().getPath();
        if (path.equals("/oauth/authorize")) {
            page(exchange);
            return;
        }
        JsonNode params = JSON.readTree(request);
        String query = exchange.getRequestURI().getRawQuery();
        YouzanShop shop = path.equals("/auth/token") ? owner(params) : holder(query);
        if (shop != null && shop.has(Trouble.DOWN)) {
            exchange.close();
            return;
        }
        String answer;
        if (path.equals("/auth/token")) {
            answer = shop == null ? no(1, "100001", "no such grant") : shop.token(params);
        } else {
            answer = shop == null ? no(0, "4201", "invalid token") : shop.call(path, String.valueOf(query), params);
        }
        if (shop != null && shop.has(Trouble.GARBLED)) {
            answer = shop.calls.get() % 2 == 0 ? "<html>502</html>" : "{\"success\":true,\"code\":200,\"data\":null}";
        }
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /** The page on which an owner agrees. */
    private void page(HttpExchange exchange) throws IOException {
        String query = String.valueOf(exchange.getRequestURI().getRawQuery());
        boolean known = query.contains("client_id=" + CLIENT_ID + "&");
        String back = callback + "?code=" + code(owned) + query.replaceFirst("^.*(&state=)", "$1");
        String html = "<!doctype html><meta charset=utf-8><title>授权</title><h1>把店铺授权给小二</h1>"
                + (known ? "<a id=agree href=\"" + back + "\">同意授权</a>" : "没有这个应用");
        byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private @Nullable YouzanShop owner(JsonNode params) {
        if (!CLIENT_ID.equals(params.path("client_id").asString(""))
                || !CLIENT_SECRET.equals(params.path("client_secret").asString(""))) {
            return null;
        }
        return shops.values().stream()
                .filter(shop -> shop.knows(params.path("code").asString(""))
                        || shop.knows(params.path("refresh_token").asString(""))
                        || shop.name.equals(params.path("grant_id").asString("")))
                .findFirst()
                .orElse(null);
    }

    private @Nullable YouzanShop holder(@Nullable String query) {
        String token = query == null ? "" : query.replaceFirst("^access_token=", "");
        return shops.values().stream()
                .filter(shop -> shop.knows(token))
                .findFirst()
                .orElse(null);
    }

    /** The three forms in which the platform says no, all with status 200. */
    static String no(int form, String code, String message) {
        return switch (form % 3) {
            case 0 ->
                "{\"gw_err_resp\":{\"err_code\":" + code + ",\"err_msg\":\"" + message + "\",\"trace_id\":\"yz7-0a\"}}";
            case 1 -> "{\"code\":" + code + ",\"success\":false,\"message\":\"" + message + "\"}";
            default -> "{\"error_response\":{\"code\":" + code + ",\"msg\":\"" + message + "\"}}";
        };
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static YouzanSimulator start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
            YouzanSimulator simulator = new YouzanSimulator(server);
            server.createContext("/", exchange -> {
                try {
                    simulator.answer(exchange);
                } catch (RuntimeException e) {
                    exchange.sendResponseHeaders(500, -1);
                    exchange.close();
                }
            });
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return simulator;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
