package io.xiaoer.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/**
 * The real application as a process of its own, on an embedded database: only the kernel can take a process away as a power cut
 * or an out-of-memory kill does.
 */
public final class KillableApplication implements AutoCloseable {

    /** What is killed. */
    public enum Kill {
        APPLICATION,
        APPLICATION_AND_DATABASE
    }

    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
    private static final int KEPT_LINES = 200;

    private final Process process;
    private final Path data;
    private final Api api;
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private final ConcurrentLinkedDeque<String> output = new ConcurrentLinkedDeque<>();

    private KillableApplication(Process process, Path data, int port) {
        this.process = process;
        this.data = data;
        this.api = new Api("http://localhost:" + port);
    }

    public static KillableApplication start(Path data) throws Exception {
        return start(data, Map.of());
    }

    /** A second node, with files of its own, on the database of {@code first}. */
    public static KillableApplication startBeside(KillableApplication first, Path data) throws Exception {
        Map<String, String> environment = new HashMap<>();
        environment.put("XIAOER_DB_URL", first.url("postgres"));
        Properties passwords = first.passwords();
        for (String role : List.of("owner", "app", "operator")) {
            String name = "XIAOER_DB_" + role.toUpperCase(Locale.ROOT);
            environment.put(name + "_USER", "xiaoer_" + role);
            environment.put(name + "_PASSWORD", passwords.getProperty(role));
        }
        environment.put(
                "XIAOER_DATA_KEY",
                Files.readString(first.data.resolve("data.key")).strip());
        return start(data, environment);
    }

    private static KillableApplication start(Path data, Map<String, String> environment) throws Exception {
        int port = freePort();
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--add-modules",
                        "jdk.incubator.vector",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Xmx1g",
                        "-cp",
                        classPath(),
                        "io.xiaoer.XiaoerApplication")
                .redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("XIAOER_"));
        builder.environment().put("XIAOER_PORT", Integer.toString(port));
        builder.environment().put("XIAOER_MANAGEMENT_PORT", Integer.toString(freePort()));
        builder.environment().put("XIAOER_DATA", data.toString());
        builder.environment().put("XIAOER_DEMO", "false");
        builder.environment().putAll(environment);
        KillableApplication application = new KillableApplication(builder.start(), data, port);
        Thread.ofVirtual().name("output").start(application::readOutput);
        try {
            application.ready.get(START_LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            application.close();
            throw new AssertionError("The application did not start:\n" + String.join("\n", application.output), e);
        }
        return application;
    }

    public Api api() {
        return api;
    }

    /** The database server, by its own pid file. */
    public ProcessHandle database() throws IOException {
        long pid = Long.parseLong(Files.readAllLines(pidFile()).getFirst().strip());
        return ProcessHandle.of(pid).orElseThrow();
    }

    /** With -9, which nobody can catch. */
    public void kill(Kill what) {
        try {
            ProcessHandle database = database();
            process.destroyForcibly();
            if (what == Kill.APPLICATION_AND_DATABASE) {
                assertThat(database.destroyForcibly()).isTrue();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void awaitExit() throws InterruptedException {
        assertThat(process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    /** Also ends the database server, which outlives an application that was killed. */
    @Override
    public void close() throws Exception {
        process.destroyForcibly();
        awaitExit();
        if (!Files.exists(pidFile())) {
            return;
        }
        ProcessHandle database = Files.readAllLines(pidFile()).stream()
                .findFirst()
                .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid.strip())))
                .filter(handle -> handle.info()
                        .command()
                        .filter(command -> command.endsWith("postgres"))
                        .isPresent())
                .orElse(null);
        if (database == null) {
            return;
        }
        database.destroy();
        try {
            database.onExit().get(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            database.destroyForcibly();
            database.onExit().get(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS);
        }
    }

    /** The database as its superuser, past every policy. */
    public Connection superuser() throws IOException, SQLException {
        return DriverManager.getConnection(
                url("postgres"), "postgres", passwords().getProperty("postgres"));
    }

    private String url(String database) throws IOException {
        String port = Files.readString(data.resolve("postgres").resolve("port")).strip();
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private Properties passwords() throws IOException {
        Properties passwords = new Properties();
        try (var reader = Files.newBufferedReader(data.resolve("postgres").resolve("passwords.properties"))) {
            passwords.load(reader);
        }
        return passwords;
    }

    private Path pidFile() {
        return data.resolve("postgres", "data", "postmaster.pid");
    }

    private void readOutput() {
        try (var reader = process.inputReader(UTF_8)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                output.add(line);
                if (output.size() > KEPT_LINES) {
                    output.poll();
                }
                if (line.startsWith("Xiaoer is ready")) {
                    ready.complete(null);
                }
            }
            ready.completeExceptionally(new IllegalStateException("its output ended"));
        } catch (IOException e) {
            ready.completeExceptionally(e);
        }
    }

    /** Without the test classes: the application would take the tests' configuration for its own. */
    private static String classPath() {
        String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(all.split(File.pathSeparator))
                .filter(entry -> !Path.of(entry).endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
