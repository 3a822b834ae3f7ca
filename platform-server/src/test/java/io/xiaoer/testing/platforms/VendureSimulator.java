package io.xiaoer.testing.platforms;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Vendure servers, each at a path of its own: the part of the Admin API that the bridge asks, as the real one answered, and what the plugin
 * tells. The real one itself is in {@code RealVendureIT}.
 */
public final class VendureSimulator implements PlatformSimulator {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private static final int OK = 200;
    private static final int RATE_EVERY = 23;
    private static final VendureSimulator RUNNING = start();

    private final HttpServer server;
    private final Map<String, VendureServer> shops = new ConcurrentHashMap<>();
    private final AtomicInteger names = new AtomicInteger();

    private VendureSimulator(HttpServer server) {
        this.server = server;
    }

    public static VendureSimulator running() {
        return RUNNING;
    }

    public String hostAndPort() {
        return "localhost:" + server.getAddress().getPort();
    }

    @Override
    public String bridge() {
        return "vendure";
    }

    @Override
    public boolean hasPage() {
        return false;
    }

    @Override
    public String openShop(Clock clock) {
        int no = names.incrementAndGet();
        String account = hostAndPort() + "~shop-" + no + "~admin-api";
        shops.put(account, new VendureServer(no, clock));
        return account;
    }

    @Override
    public Map<String, String> keys(String shop) {
        VendureServer server = shop(shop);
        return Map.of(
                "address",
                "http://" + hostAndPort() + "/shop-" + server.no + "/admin-api",
                "api_key",
                server.newKey(),
                "webhook_secret",
                server.webhookSecret);
    }

    @Override
    public String code(String shop) {
        throw new UnsupportedOperationException("it has no page");
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

    /** Its keys do not end. */
    @Override
    public void expireToken(String shop) {}

    @Override
    public void revoke(String shop) {
        shop(shop).forgetKeys();
    }

    @Override
    public int refreshes(String shop) {
        return 0;
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
        VendureServer server = shop(shop);
        return server.takeEvents().stream()
                .map(body -> telling(shop, "msg-" + server.no + "-" + server.made.incrementAndGet(), body, server))
                .toList();
    }

    private static Telling telling(String shop, String id, String body, VendureServer server) {
        return new Telling("/hooks/bridges/vendure/" + shop, signed(id, body, server.webhookSecret), body);
    }

    @Override
    public Telling forged(Telling telling) {
        return new Telling(
                telling.path(),
                signed(
                        String.valueOf(telling.headers().get("webhook-id")),
                        telling.body(),
                        "whsec_"
                                + Base64.getEncoder()
                                        .encodeToString(
                                                "somebody-elses-secret-of-32-byte".getBytes(StandardCharsets.UTF_8))),
                telling.body());
    }

    /** As Standard Webhooks has it. */
    static Map<String, String> signed(String id, String body, String secret) {
        String now = Long.toString(Clock.systemUTC().instant().getEpochSecond());
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
            String signature = Base64.getEncoder()
                    .encodeToString(mac.doFinal((id + "." + now + "." + body).getBytes(StandardCharsets.UTF_8)));
            return Map.of("webhook-id", id, "webhook-timestamp", now, "webhook-signature", "v1," + signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private VendureServer shop(String account) {
        VendureServer shop = shops.get(account);
        if (shop == null) {
            throw new IllegalArgumentException("no shop " + account);
        }
        return shop;
    }

    private void answer(HttpExchange exchange) throws IOException {
        JsonNode request = JSON.readTree(exchange.getRequestBody().readAllBytes());
        VendureServer shop =
                shops.get(hostAndPort() + exchange.getRequestURI().getPath().replace('/', '~'));
        if (shop == null) {
            say(exchange, 404, "<html>Cannot POST</html>");
            return;
        }
        int call = shop.calls.incrementAndGet();
        if (shop.has(Trouble.DOWN)) {
            exchange.close();
        } else if (shop.has(Trouble.RATE) && call % RATE_EVERY == 0) {
            say(exchange, 429, "Too Many Requests");
        } else if (shop.has(Trouble.GARBLED)) {
            say(exchange, OK, call % 2 == 0 ? "<html>502</html>" : "{\"data\":null}");
        } else if (!shop.knows(String.valueOf(exchange.getRequestHeaders().getFirst("vendure-api-key")))) {
            say(
                    exchange,
                    OK,
                    "{\"errors\":[{\"message\":\"You are not currently authorized to perform this action\","
                            + "\"path\":[\"orders\"],\"extensions\":{\"code\":\"FORBIDDEN\"}}],\"data\":null}");
        } else {
            try {
                say(exchange, OK, "{\"data\":" + shop.ask(request) + "}");
            } catch (VendureGraphql.Invalid e) {
                say(
                        exchange,
                        400,
                        "{\"errors\":[{\"message\":\"" + e.getMessage()
                                + "\",\"extensions\":{\"code\":\"GRAPHQL_VALIDATION_FAILED\"}}]}");
            }
        }
    }

    private static void say(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static VendureSimulator start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
            VendureSimulator simulator = new VendureSimulator(server);
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
