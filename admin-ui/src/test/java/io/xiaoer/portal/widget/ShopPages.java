package io.xiaoer.portal.widget;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A shop's own pages, on an origin of their own, with the widget's tag: {@code /product}, {@code /cart}, {@code /mine}, and
 * {@code /strict}, whose content policy forbids all that the widget does not need and whose styles break what they can.
 */
final class ShopPages implements AutoCloseable {

    private static final String PAGE = """
            <!doctype html>
            <html lang="zh-CN">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
              <title>玫瑰精华水</title>
              <link rel="icon" href="data:,">
              <link rel="stylesheet" href="/shop.css">
            </head>
            <body>
              <main>
                <h1>玫瑰精华水 150ml</h1>
                <p>敏感肌适用，无酒精。</p>
                <button id="ask" type="button" data-xiaoer-open hidden>问问客服</button>
              </main>
              <script async crossorigin="anonymous" src="%s/sdk/xiaoer-widget.js"
                      data-widget-key="%s" data-page-kind="%s" data-sku="SKU-1"></script>
            </body>
            </html>
            """;

    private static final String STYLES = "body { margin: 24px; font: 16px/1.6 sans-serif; }";

    private static final String HOSTILE_STYLES = """
            html, body { overflow: hidden; transform: rotate(2deg); filter: grayscale(1); }
            * { font-size: 40px !important; letter-spacing: 9px !important; color: red !important; border-radius: 0 !important; }
            div, button, xiaoer-widget { display: none !important; position: static !important; width: 3px !important; }
            """;

    private static final String POLICY = "default-src 'none'; style-src 'self'; script-src %1$s; connect-src %1$s;"
            + " img-src data:; require-trusted-types-for 'script'";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final String application;
    private final String widgetKey;

    ShopPages(String application, String widgetKey) throws IOException {
        this.application = application;
        this.widgetKey = widgetKey;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    String page(String kind) {
        return address() + "/" + kind;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String kind = exchange.getRequestURI().getPath().substring(1);
            switch (kind) {
                case "shop.css" -> answer(exchange, "text/css", STYLES);
                case "hostile.css" -> answer(exchange, "text/css", HOSTILE_STYLES);
                case "strict" -> {
                    exchange.getResponseHeaders().set("Content-Security-Policy", POLICY.formatted(application));
                    answer(exchange, "text/html", page("product", "/hostile.css"));
                }
                default -> answer(exchange, "text/html", page(kind, "/shop.css"));
            }
        }
    }

    private String page(String kind, String styles) {
        return PAGE.formatted(application, widgetKey, kind).replace("/shop.css", styles);
    }

    private static void answer(HttpExchange exchange, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
