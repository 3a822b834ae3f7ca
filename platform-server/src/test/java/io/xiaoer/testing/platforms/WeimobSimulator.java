package io.xiaoer.testing.platforms;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Weimob's open platform: its token endpoint, the actions that the bridge calls and its pushes. All its ids are above what a floating number
 * holds. What its documentation leaves open is set with {@link WeimobOpen}.
 */
public final class WeimobSimulator implements PlatformSimulator {

    public static final String CLIENT_ID = "7B6A5948372615041F2E3D4C5B6A7988";
    public static final String CLIENT_SECRET = "E1D2C3B4A5968778695A4B3C2D1E0F00";

    static final JsonMapper JSON = JsonMapper.builder().build();

    /** Before an answer that is sent with status 400. */
    static final String BAD_REQUEST = "400 ";

    private static final Server SERVER = Server.start();

    private final WeimobOpen open;

    private WeimobSimulator(WeimobOpen open) {
        this.open = open;
    }

    /** The platform as far as it is known. */
    public static WeimobSimulator running() {
        return new WeimobSimulator(WeimobOpen.AS_KNOWN);
    }

    /** The same platform; shops that are opened here see it as it might be as well. */
    public static WeimobSimulator otherwise() {
        return new WeimobSimulator(WeimobOpen.OTHERWISE);
    }

    public String hostAndPort() {
        return "localhost:" + SERVER.http.getAddress().getPort();
    }

    @Override
    public String bridge() {
        return "weimob";
    }

    @Override
    public String openShop(Clock clock) {
        String name = "40217922" + SERVER.names.incrementAndGet();
        SERVER.shops.put(name, new WeimobShop(name, clock, open));
        return name;
    }

    @Override
    public String code(String shop) {
        return shop(shop).door.newCode();
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
        return shop(shop).expectedRights();
    }

    @Override
    public void trouble(String shop, Trouble trouble, boolean on) {
        shop(shop).trouble(trouble, on);
    }

    @Override
    public void expireToken(String shop) {
        shop(shop).door.expireToken();
    }

    @Override
    public void revoke(String shop) {
        shop(shop).door.revoke();
    }

    @Override
    public int refreshes(String shop) {
        return shop(shop).door.refreshes.get();
    }

    @Override
    public int calls(String shop) {
        return shop(shop).calls.get();
    }

    @Override
    public List<String> secrets(String shop) {
        return List.copyOf(shop(shop).door.secrets);
    }

    @Override
    public List<Telling> tellings(String shop) {
        return shop(shop).takeEvents().stream()
                .map(event -> telling(event, CLIENT_SECRET))
                .toList();
    }

    @Override
    public Telling forged(Telling telling) {
        return telling(envelope(telling), "some-other-secret");
    }

    /** The signature covers the message, so it is the message that is altered. */
    @Override
    public Telling altered(Telling telling) {
        ObjectNode envelope = envelope(telling);
        envelope.put("msgBody", envelope.path("msgBody").asString() + " ");
        return new Telling(telling.path(), Map.of(), envelope.toString());
    }

    @Override
    public Telling unsigned(Telling telling) {
        ObjectNode envelope = envelope(telling);
        envelope.remove("sign");
        return new Telling(telling.path(), Map.of(), envelope.toString());
    }

    private static ObjectNode envelope(Telling telling) {
        return (ObjectNode) JSON.readTree(telling.body());
    }

    private Telling telling(ObjectNode event, String secret) {
        String sign = sign(
                CLIENT_ID, event.path("id").asString(), event.path("msgBody").asString(), secret);
        event.put("sign", open.upperCaseSigns() ? sign.toUpperCase(Locale.ROOT) : sign);
        return new Telling("/hooks/bridges/weimob", Map.of(), event.toString());
    }

    /** As documented: hexadecimal MD5 of client id, message id, message and secret. */
    static String sign(String clientId, String id, String message, String secret) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("MD5")
                            .digest((clientId + id + message + secret).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static WeimobShop shop(String name) {
        WeimobShop shop = SERVER.shops.get(name);
        if (shop == null) {
            throw new IllegalArgumentException("no shop " + name);
        }
        return shop;
    }

    /** One for all. */
    private static final class Server {
        final HttpServer http;
        final Map<String, WeimobShop> shops = new ConcurrentHashMap<>();
        final AtomicInteger names = new AtomicInteger(10_001);
        final WeimobForms nobodys = new WeimobForms(WeimobOpen.AS_KNOWN);

        Server(HttpServer http) {
            this.http = http;
        }

        static Server start() {
            try {
                Server server =
                        new Server(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200));
                server.http.createContext("/", exchange -> {
                    try {
                        server.answer(exchange);
                    } catch (RuntimeException e) {
                        exchange.sendResponseHeaders(500, -1);
                        exchange.close();
                    }
                });
                server.http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
                server.http.start();
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void answer(HttpExchange exchange) throws IOException {
            JsonNode body = JSON.readTree(exchange.getRequestBody().readAllBytes());
            Map<String, String> query = query(exchange.getRequestURI().getRawQuery());
            String path = exchange.getRequestURI().getPath();
            boolean token = path.equals("/fuwu/b/oauth2/token");
            WeimobShop shop = token ? owner(query) : holder(query.getOrDefault("accesstoken", ""));
            if (shop != null && shop.has(Trouble.DOWN)) {
                exchange.close();
                return;
            }
            String answer;
            if (shop == null) {
                answer = nobodys.no(token ? "80001001000105" : "80001001000119", "accesstoken 已失效");
            } else {
                answer = token ? shop.door.token(query) : shop.call(path, query.getOrDefault("accesstoken", ""), body);
            }
            if (shop != null && shop.has(Trouble.GARBLED)) {
                answer = garbled(shop.calls.get());
            }
            boolean bad = answer.startsWith(BAD_REQUEST);
            byte[] bytes = (bad ? answer.substring(BAD_REQUEST.length()) : answer).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(bad ? 400 : 200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        }

        private static String garbled(int call) {
            return switch (call % 4) {
                case 0 -> "<html>502</html>";
                case 1 -> "{\"code\":{\"errcode\":\"0\"},\"data\":null}";
                case 2 -> "{\"code\":{\"errcode\":\"0\"},\"data\":{\"pageList\":\"none\"}}";
                default -> "{\"data\":{\"pageList\":[],\"totalCount\":0}}";
            };
        }

        private @Nullable WeimobShop owner(Map<String, String> query) {
            if (!CLIENT_ID.equals(query.get("client_id")) || !CLIENT_SECRET.equals(query.get("client_secret"))) {
                return null;
            }
            return shops.values().stream()
                    .filter(shop -> shop.door.knows(query.getOrDefault("code", ""))
                            || shop.door.knows(query.getOrDefault("refresh_token", ""))
                            || shop.name.equals(query.get("shop_id")))
                    .findFirst()
                    .orElse(null);
        }

        private @Nullable WeimobShop holder(String token) {
            return shops.values().stream()
                    .filter(shop -> shop.door.knows(token))
                    .findFirst()
                    .orElse(null);
        }

        private static Map<String, String> query(@Nullable String raw) {
            Map<String, String> query = new TreeMap<>();
            if (raw != null) {
                for (String pair : raw.split("&")) {
                    int at = pair.indexOf('=');
                    query.put(
                            pair.substring(0, Math.max(0, at)),
                            URLDecoder.decode(pair.substring(at + 1), StandardCharsets.UTF_8));
                }
            }
            return query;
        }
    }
}
