package io.xiaoer.portal.widget;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Stands between a browser and the application and does to the widget's calls what bad networks do. Pages and scripts pass
 * unharmed: a page that did not load shows nobody anything.
 */
final class ChaosProxy implements AutoCloseable {

    /** What becomes of a call. */
    enum Fate {
        PASSES,
        COMES_LATE,
        /** The server never hears of it. */
        IS_LOST,
        /** The server has done it, and the browser never hears of that. */
        LOSES_ITS_ANSWER,
        /** The server hears it twice. */
        COMES_TWICE,
        /** A stream ends in the middle of what it says. */
        IS_CUT
    }

    private static final Set<String> OF_ONE_CONNECTION =
            Set.of("connection", "content-length", "expect", "host", "transfer-encoding", "upgrade", "keep-alive");
    private static final int LONGEST_DELAY_MILLIS = 400;
    private static final int LONGEST_STREAM_BYTES = 4_000;

    private final URI target;
    private final Random random;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final Map<Fate, Integer> met = new EnumMap<>(Fate.class);
    private boolean calm;

    /**
     * @param target where calls are passed on to
     * @param seed of the fates: the same seed deals them in the same order
     */
    ChaosProxy(URI target, long seed) throws IOException {
        this.target = target;
        this.random = new Random(seed);
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** From now on everything passes. */
    synchronized void calmDown() {
        calm = true;
    }

    /** How often each fate was dealt. */
    synchronized Map<Fate, Integer> met() {
        return Map.copyOf(met);
    }

    private synchronized Fate deal(boolean stream) {
        int dice = calm ? 100 : random.nextInt(100);
        Fate fate = stream
                ? dice < 60 ? Fate.IS_CUT : Fate.PASSES
                : dice < 8
                        ? Fate.IS_LOST
                        : dice < 18
                                ? Fate.LOSES_ITS_ANSWER
                                : dice < 28 ? Fate.COMES_TWICE : dice < 50 ? Fate.COMES_LATE : Fate.PASSES;
        met.merge(fate, 1, Integer::sum);
        return fate;
    }

    private synchronized int upTo(int bound) {
        return random.nextInt(bound);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            HttpRequest request = request(exchange, exchange.getRequestBody().readAllBytes());
            String path = exchange.getRequestURI().getPath();
            if (!path.startsWith("/widget/") || exchange.getRequestMethod().equals("OPTIONS")) {
                answer(exchange, client.send(request, BodyHandlers.ofByteArray()));
                return;
            }
            boolean stream = path.endsWith("/events");
            Fate fate = deal(stream);
            if (stream) {
                stream(exchange, request, fate == Fate.IS_CUT ? upTo(LONGEST_STREAM_BYTES) : Integer.MAX_VALUE);
                return;
            }
            switch (fate) {
                case IS_LOST -> {
                    return;
                }
                case COMES_LATE -> Thread.sleep(upTo(LONGEST_DELAY_MILLIS));
                case COMES_TWICE -> {
                    var first = client.sendAsync(request, BodyHandlers.discarding());
                    HttpResponse<byte[]> second = client.send(request, BodyHandlers.ofByteArray());
                    first.join();
                    answer(exchange, second);
                    return;
                }
                case LOSES_ITS_ANSWER -> {
                    var unheard = client.send(request, BodyHandlers.discarding());
                    return;
                }
                case PASSES, IS_CUT -> {}
            }
            answer(exchange, client.send(request, BodyHandlers.ofByteArray()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpRequest request(HttpExchange exchange, byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        target.resolve(exchange.getRequestURI().toString()))
                .method(
                        exchange.getRequestMethod(),
                        body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!OF_ONE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return request.build();
    }

    private static void answer(HttpExchange exchange, HttpResponse<byte[]> response) throws IOException {
        copyHeaders(exchange, response);
        byte[] body = response.body();
        exchange.sendResponseHeaders(response.statusCode(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    /** @param bytes after which the connection is closed, whatever is being said */
    private void stream(HttpExchange exchange, HttpRequest request, int bytes)
            throws IOException, InterruptedException {
        HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
        try (InputStream from = response.body()) {
            copyHeaders(exchange, response);
            exchange.sendResponseHeaders(response.statusCode(), 0);
            OutputStream to = exchange.getResponseBody();
            byte[] some = new byte[256];
            int left = bytes;
            int read;
            while (left > 0 && (read = from.read(some, 0, Math.min(some.length, left))) >= 0) {
                to.write(some, 0, read);
                to.flush();
                left -= read;
            }
        }
    }

    private static void copyHeaders(HttpExchange exchange, HttpResponse<?> response) {
        response.headers().map().forEach((String name, List<String> values) -> {
            if (!OF_ONE_CONNECTION.contains(name.toLowerCase(Locale.ROOT)) && !name.startsWith(":")) {
                exchange.getResponseHeaders().put(name, values);
            }
        });
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        client.shutdownNow();
    }
}
