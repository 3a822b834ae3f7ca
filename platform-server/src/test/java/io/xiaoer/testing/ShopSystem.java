package io.xiaoer.testing;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** A shop's own system, as well or badly behaved as a test wants it; one a JVM, each endpoint on a path of its own. */
public final class ShopSystem {

    private static final String LINE_END = "\r\n";
    private static final ShopSystem SYSTEM = start();

    private final ServerSocket server;
    private final Map<String, Behaviour> behaviours = new ConcurrentHashMap<>();
    private final Map<String, List<Call>> calls = new ConcurrentHashMap<>();
    private final AtomicInteger paths = new AtomicInteger();

    private ShopSystem(ServerSocket server) {
        this.server = server;
    }

    /** @param headers by their names in lower case */
    public record Call(Map<String, String> headers, String body) {}

    /** How an endpoint answers a call; when it returns, the connection is closed. */
    @FunctionalInterface
    public interface Behaviour {
        void answer(Call call, Socket connection) throws IOException;
    }

    public static ShopSystem running() {
        return SYSTEM;
    }

    public String hostAndPort() {
        return "localhost:" + server.getLocalPort();
    }

    /** Makes an endpoint; returns its address. */
    public String at(Behaviour behaviour) {
        String path = "/lookup/" + paths.incrementAndGet();
        calls.put(path, new CopyOnWriteArrayList<>());
        behaviours.put(path, behaviour);
        return "http://" + hostAndPort() + path;
    }

    public void change(String address, Behaviour behaviour) {
        behaviours.put(path(address), behaviour);
    }

    /** The calls of an endpoint so far. */
    public List<Call> calls(String address) {
        return List.copyOf(calls.getOrDefault(path(address), List.of()));
    }

    public static Behaviour json(String body) {
        return status(200, "application/json", body);
    }

    public static Behaviour status(int status, String type, String body, String... headers) {
        return (call, connection) -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            head(connection, status, "Content-Type: " + type, "Content-Length: " + bytes.length, headers);
            write(connection, bytes);
        };
    }

    /** Reads the question and never answers. */
    public static Behaviour hanging() {
        return (call, connection) -> {
            while (connection.getInputStream().read() >= 0) {
                // until the other side has had enough
            }
        };
    }

    /** Answers a byte at a time, for as long as anybody listens. */
    public static Behaviour dripping() {
        return (call, connection) -> {
            head(connection, 200, "Content-Type: application/json", "Transfer-Encoding: chunked");
            byte[] drop = String.join(LINE_END, "1", " ", "").getBytes(StandardCharsets.UTF_8);
            while (true) {
                write(connection, drop);
                LockSupport.parkNanos(20_000_000);
            }
        };
    }

    /** An answer of so many bytes, its length told or not. */
    public static Behaviour large(int bytes, boolean told) {
        return (call, connection) -> {
            head(
                    connection,
                    200,
                    "Content-Type: application/json",
                    told ? "Content-Length: " + bytes : "Connection: close");
            byte[] piece = new byte[64 * 1024];
            java.util.Arrays.fill(piece, (byte) ' ');
            for (int sent = 0; sent < bytes; sent += piece.length) {
                write(connection, piece);
            }
        };
    }

    /** A small answer that would be large once unpacked. */
    public static Behaviour bomb() {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            byte[] piece = new byte[1024 * 1024];
            for (int i = 0; i < 50; i++) {
                gzip.write(piece);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return (call, connection) -> {
            head(
                    connection,
                    200,
                    "Content-Type: application/json",
                    "Content-Encoding: gzip",
                    "Content-Length: " + packed.size());
            write(connection, packed.toByteArray());
        };
    }

    public static Behaviour junk() {
        return (call, connection) -> {
            byte[] junk = new byte[500];
            new Random(7).nextBytes(junk);
            write(connection, junk);
        };
    }

    private static void head(Socket connection, int status, String first, String second, String... more)
            throws IOException {
        List<String> lines = new ArrayList<>(List.of("HTTP/1.1 " + status + " -", first, second));
        lines.addAll(List.of(more));
        lines.add("");
        lines.add("");
        write(connection, String.join(LINE_END, lines).getBytes(StandardCharsets.UTF_8));
    }

    private static void write(Socket connection, byte[] bytes) throws IOException {
        OutputStream out = connection.getOutputStream();
        out.write(bytes);
        out.flush();
    }

    private static String path(String address) {
        return address.substring(address.indexOf('/', "http://".length()));
    }

    private static ShopSystem start() {
        try {
            ShopSystem system = new ShopSystem(new ServerSocket(0, 200, InetAddress.getLoopbackAddress()));
            Thread.ofVirtual().name("shop-system").start(system::accept);
            return system;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket connection = server.accept();
                Thread.ofVirtual().start(() -> serve(connection));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            InputStream in = new BufferedInputStream(connection.getInputStream());
            String request = line(in);
            if (request == null) {
                return;
            }
            Map<String, String> headers = new TreeMap<>();
            for (String header = line(in); header != null && !header.isEmpty(); header = line(in)) {
                int colon = header.indexOf(':');
                headers.put(
                        header.substring(0, colon).toLowerCase(Locale.ROOT),
                        header.substring(colon + 1).strip());
            }
            byte[] body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
            Call call = new Call(headers, new String(body, StandardCharsets.UTF_8));
            String path = request.split(" ")[1];
            Behaviour behaviour = behaviours.getOrDefault(path, status(404, "text/plain", ""));
            calls.computeIfAbsent(path, fresh -> new CopyOnWriteArrayList<>()).add(call);
            behaviour.answer(call, connection);
        } catch (IOException e) {
            // the other side has had enough
        }
    }

    private static @Nullable String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= 0; c = in.read()) {
            if (c == '\n') {
                return line.toString().stripTrailing();
            }
            line.append((char) c);
        }
        return null;
    }
}
