package io.xiaoer.testing.platforms;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A real Vendure shop with our plugin, from npm. It is under the GPL, so it is installed and run by tests only, as a program of its own, and
 * nothing of it is shipped.
 */
public final class RealVendure implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private static final Path FOLDER = Path.of("target", "vendure-shop").toAbsolutePath();
    private static final Path SOURCES = Path.of("src", "test", "vendure").toAbsolutePath();
    private static final Path PLUGIN =
            Path.of("..", "infra", "vendure-plugin", "xiaoer.plugin.ts").toAbsolutePath();
    private static final List<String> FILES =
            List.of("package.json", "package-lock.json", "tsconfig.json", "shop.ts", "products.csv");
    private static final String PASSWORD = "correct-horse-battery";
    private static final String OPEN = "The shop is open";
    private static final Duration INSTALLED_WITHIN = Duration.ofMinutes(10);
    private static final Duration OPEN_WITHIN = Duration.ofMinutes(3);

    /** Chosen once: the application of the tests has to know whom it may call before the shop is there. */
    private static final int PORT = freePort();

    private final Process process;
    private final Figures figures;
    private final String token;

    private RealVendure(Process process, Figures figures, String token) {
        this.process = process;
        this.figures = figures;
        this.token = token;
    }

    /**
     * What it takes.
     *
     * @param megabytes on disk
     */
    public record Figures(double installSeconds, double compileSeconds, double startSeconds, long megabytes) {}

    public static String hostAndPort() {
        return "127.0.0.1:" + PORT;
    }

    /**
     * Installs a shop and opens it with one customer's country, a way to ship, a way to pay and two products.
     *
     * @param hook where its plugin tells things
     * @throws AssertionError if npm is missing or fails
     */
    public static RealVendure open(String hook, String secret) {
        try {
            copySources();
            double installed = timed(() -> run(
                    INSTALLED_WITHIN, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"));
            double compiled = timed(() -> run(OPEN_WITHIN, "node", "node_modules/typescript/bin/tsc", "-p", "."));
            long begun = System.nanoTime();
            Process process = start(hook, secret);
            String token = awaitOpen(process);
            return new RealVendure(process, new Figures(installed, compiled, seconds(begun), megabytes()), token);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copySources() throws IOException {
        Files.createDirectories(FOLDER);
        for (String file : FILES) {
            Files.copy(SOURCES.resolve(file), FOLDER.resolve(file), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
        Files.copy(PLUGIN, FOLDER.resolve(PLUGIN.getFileName()), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    private static Process start(String hook, String secret) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("node", "out/shop.js")
                .directory(FOLDER.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log());
        builder.environment()
                .putAll(Map.of(
                        "SHOP_PORT", Integer.toString(PORT),
                        "SHOP_PASSWORD", PASSWORD,
                        "XIAOER_URL", hook,
                        "XIAOER_SECRET", secret,
                        "VENDURE_DISABLE_TELEMETRY", "true"));
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return process;
    }

    /** @return what lets the shop's owner in */
    private static String awaitOpen(Process process) throws IOException {
        long end = System.nanoTime() + OPEN_WITHIN.toNanos();
        while (!Files.readString(log().toPath()).contains(OPEN)) {
            if (!process.isAlive() || System.nanoTime() > end) {
                process.destroyForcibly();
                throw new AssertionError("The shop does not open: " + Files.readString(log().toPath()));
            }
            pause();
        }
        HttpResponse<String> answer = post(
                "{\"query\": \"mutation { login(username: \\\"superadmin\\\", password: \\\"" + PASSWORD
                        + "\\\") { __typename } }\"}",
                Map.of());
        return answer.headers().firstValue("vendure-auth-token").orElseThrow();
    }

    /** Asks or does something as the shop's owner; what goes wrong is an error. */
    public JsonNode owner(String query, Map<String, ?> variables) {
        HttpResponse<String> answer = post(
                JSON.writeValueAsString(Map.of("query", query, "variables", variables)),
                Map.of("Authorization", "Bearer " + token));
        JsonNode read = JSON.readTree(answer.body());
        if (!read.path("errors").isMissingNode() || read.toString().contains("\"errorCode\"")) {
            throw new AssertionError(query + " was answered " + answer.body());
        }
        return read.path("data");
    }

    private static HttpResponse<String> post(String body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://" + hostAndPort() + "/admin-api"))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        headers.forEach(request::header);
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public Figures figures() {
        return figures;
    }

    /** Of its process, now; 0 where nobody says. */
    public long residentMegabytes() {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }

    private static File log() {
        return FOLDER.resolve("shop.log").toFile();
    }

    private interface Step {
        void run() throws IOException;
    }

    private static double timed(Step step) throws IOException {
        long begun = System.nanoTime();
        step.run();
        return seconds(begun);
    }

    private static double seconds(long begun) {
        return Math.round((System.nanoTime() - begun) / 1e8) / 10.0;
    }

    private static void run(Duration within, String... command) throws IOException {
        Path log = FOLDER.resolve(command[0] + ".log");
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .directory(FOLDER.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
        } catch (IOException e) {
            throw new AssertionError(
                    command[0] + " does not run. This test needs Node 20 or newer with npm on PATH; install them.", e);
        }
        try {
            boolean ended = process.waitFor(within.toSeconds(), TimeUnit.SECONDS);
            if (!ended || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new AssertionError(String.join(" ", command)
                        + (ended ? " failed: " : " takes too long: ")
                        + Files.readString(log));
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static long megabytes() throws IOException {
        try (var files = Files.walk(FOLDER.resolve("node_modules"))) {
            return files.filter(Files::isRegularFile)
                            .mapToLong(file -> file.toFile().length())
                            .sum()
                    / 1024
                    / 1024;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofMillis(100));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
