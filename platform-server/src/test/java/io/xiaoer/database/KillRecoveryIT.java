package io.xiaoer.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.xiaoer.XiaoerApplication;
import io.xiaoer.testing.Api;
import io.xiaoer.testing.Api.Answer;
import io.xiaoer.testing.Api.TestShop;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Real kills of a real application in the middle of a stream of messages: what was acknowledged is there, once. */
class KillRecoveryIT {

    private static final int SENDERS = 4;
    private static final int MESSAGES_BEFORE_THE_KILL = 120;

    @TempDir
    private Path data;

    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void stopEverything() throws IOException, InterruptedException {
        for (Process process : started) {
            process.destroyForcibly().waitFor();
        }
        killServer();
    }

    @Test
    void recoversWhenTheApplicationAloneIsKilled() throws Exception {
        losesNothing(() -> {});
    }

    @Test
    void recoversWhenTheApplicationAndItsDatabaseAreKilled() throws Exception {
        losesNothing(this::killServer);
    }

    /** What else is killed. */
    private interface Kill {
        void run() throws IOException, InterruptedException;
    }

    private void losesNothing(Kill more) throws Exception {
        Running first = start();
        TestShop shop = first.api().signUp();
        shop.api().put("/api/v1/bots/" + shop.botId() + "/rollout", "{\"stage\": \"full\"}");

        Map<String, String> acknowledged = new ConcurrentHashMap<>();
        List<String> conversations = new ArrayList<>();
        CountDownLatch enough = new CountDownLatch(MESSAGES_BEFORE_THE_KILL);
        List<Thread> senders = new ArrayList<>();
        for (int i = 0; i < SENDERS; i++) {
            String conversation = shop.api().converse(shop.botId(), "shopper-" + i);
            conversations.add(conversation);
            senders.add(Thread.ofVirtual().start(() -> send(shop.api(), conversation, acknowledged, enough)));
        }
        assertThat(enough.await(60, TimeUnit.SECONDS)).isTrue();
        first.process().destroyForcibly().waitFor();
        more.run();
        for (Thread sender : senders) {
            sender.join();
        }

        Running second = start();
        Api api = second.api().withToken(second.api().token(shop.clientId(), shop.clientSecret(), null));
        Map<String, Integer> stored = new HashMap<>();
        for (String conversation : conversations) {
            items(api, conversation).forEach(item -> stored.merge(item.get("id").asString(), 1, Integer::sum));
        }
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(MESSAGES_BEFORE_THE_KILL);
        assertThat(stored.keySet()).containsAll(acknowledged.keySet()).containsAll(acknowledged.values());
        assertThat(stored.values()).containsOnly(1);
    }

    /** Sends until the application is gone. */
    private static void send(Api api, String conversation, Map<String, String> acknowledged, CountDownLatch enough) {
        while (true) {
            String id = UUID.randomUUID().toString();
            Answer answer;
            try {
                answer = api.post(
                        "/api/v1/conversations/" + conversation + "/messages",
                        "{\"id\": \"" + id + "\", \"text\": \"过敏了能退吗\"}");
            } catch (IllegalStateException gone) {
                return;
            }
            if (answer.status() == 200) {
                acknowledged.put(id, answer.json().at("/replies/0/id").asString());
                enough.countDown();
            }
        }
    }

    private static List<JsonNode> items(Api api, String conversation) {
        List<JsonNode> items = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = api.get("/api/v1/conversations/" + conversation + "/messages?limit=500&cursor=" + cursor)
                    .json();
            page.get("items").forEach(items::add);
            cursor = page.get("nextCursor").asString("");
        } while (!cursor.isEmpty());
        return items;
    }

    private record Running(Process process, Api api) {}

    private Running start() throws IOException {
        int port = freePort();
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--add-modules",
                        "jdk.incubator.vector",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Xmx1g",
                        "-cp",
                        classPath,
                        XiaoerApplication.class.getName())
                .redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of(
                        "XIAOER_PORT", Integer.toString(port),
                        "XIAOER_MANAGEMENT_PORT", Integer.toString(freePort()),
                        "XIAOER_DATA", data.toString(),
                        "XIAOER_DEMO", "false"));
        Process process = builder.start();
        started.add(process);
        waitUntilReady(process);
        return new Running(process, new Api("http://localhost:" + port));
    }

    private static void waitUntilReady(Process process) throws IOException {
        StringBuilder output = new StringBuilder();
        BufferedReader reader = process.inputReader(StandardCharsets.UTF_8);
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            output.append(line).append(System.lineSeparator());
            if (line.startsWith("Xiaoer is ready")) {
                // read on, or the process blocks on a full pipe
                Thread.ofVirtual().start(() -> reader.lines().forEach(later -> {}));
                return;
            }
        }
        throw new AssertionError("The application did not start:\n" + output);
    }

    private void killServer() throws IOException, InterruptedException {
        Path pidFile = data.resolve("postgres/data/postmaster.pid");
        if (Files.exists(pidFile)) {
            String pid = Files.readAllLines(pidFile).getFirst().strip();
            var server = ProcessHandle.of(Long.parseLong(pid));
            new ProcessBuilder("kill", "-9", pid).start().waitFor();
            server.ifPresent(process -> process.onExit().join());
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
