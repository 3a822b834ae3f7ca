package io.xiaoer.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import tools.jackson.databind.json.JsonMapper;

/**
 * Holds one open event stream for each conversation, in a process of its own so that the server's memory is the server's
 * alone. Reads its orders from standard input, says "open" once all streams are, then the conversation and
 * {@link System#nanoTime()} of each message of a person; the clock is the machine's, so other processes can compare.
 */
final class StreamClients {

    private static final int RETRY_MILLIS = 200;

    private StreamClients() {}

    record Orders(String address, String token, List<String> conversations) {}

    public static void main(String[] args) throws Exception {
        Orders orders =
                new JsonMapper().readValue(new String(System.in.readAllBytes(), StandardCharsets.UTF_8), Orders.class);
        URI server = URI.create(orders.address());
        CountDownLatch open = new CountDownLatch(orders.conversations().size());
        for (String conversation : orders.conversations()) {
            Thread.ofVirtual().start(() -> keepListening(server, orders.token(), conversation, open));
        }
        open.await();
        System.out.println("open");
        Thread.currentThread().join();
    }

    /** Whoever is turned away, as many are when all come at once, comes back. */
    private static void keepListening(URI server, String token, String conversation, CountDownLatch open) {
        try {
            while (!listen(server, token, conversation, open)) {
                Thread.sleep(RETRY_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** False if the stream could not be opened. */
    private static boolean listen(URI server, String token, String conversation, CountDownLatch open) {
        boolean begun = false;
        try (Socket socket = new Socket(server.getHost(), server.getPort());
                var out = new BufferedWriter(new OutputStreamWriter(socket.getOutputStream(), StandardCharsets.UTF_8));
                var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            out.write("GET /api/v1/conversations/" + conversation + "/events HTTP/1.1\r\nHost: " + server.getAuthority()
                    + "\r\nAuthorization: Bearer " + token
                    + "\r\nAccept: text/event-stream\r\nConnection: close\r\n\r\n");
            out.flush();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                long now = System.nanoTime();
                if (!begun && (line.startsWith(":") || line.startsWith("id:"))) {
                    begun = true;
                    open.countDown();
                }
                if (line.startsWith("data:") && line.contains("\"person\"") && line.contains(StreamsBench.WORDS)) {
                    System.out.println(conversation + " " + now);
                }
            }
        } catch (IOException e) {
            if (begun) {
                throw new IllegalStateException("A stream broke", e);
            }
        }
        return begun;
    }
}
