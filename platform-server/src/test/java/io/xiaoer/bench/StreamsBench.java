package io.xiaoer.bench;

import io.xiaoer.bench.StreamClients.Orders;
import io.xiaoer.conversations.ConversationId;
import io.xiaoer.conversations.Desk;
import io.xiaoer.shared.Ids;
import io.xiaoer.tenancy.Actor;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import io.xiaoer.tenants.Role;
import io.xiaoer.testing.Api;
import io.xiaoer.testing.Api.TestShop;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** What an open event stream costs a node, and how soon what a person says is in the shopper's window. */
final class StreamsBench {

    /** What a person says in it. */
    static final String WORDS = "bench-says-hello";

    private static final int REPLIES = 200;
    private static final int IDLE_SECONDS = 10;

    private final TestShop shop;
    private final Desk desk;
    private final List<String> conversations;

    private StreamsBench(TestShop shop, Desk desk, List<String> conversations) {
        this.shop = shop;
        this.desk = desk;
        this.conversations = conversations;
    }

    static void run(String address, Desk desk) throws Exception {
        TestShop shop = new Api(address).signUp();
        shop.api().put("/api/v1/bots/" + shop.botId() + "/rollout", "{\"stage\": \"full\", \"reason\": \"test\"}");
        new StreamsBench(shop, desk, PlatformBench.conversations(shop)).run(address);
    }

    private void run(String address) throws Exception {
        PlatformBench.title(conversations.size() + " open event streams on one node");
        long heap = heap();
        Process clients = clients(address);
        try (var in = new BufferedReader(new InputStreamReader(clients.getInputStream(), StandardCharsets.UTF_8))) {
            if (!"open".equals(in.readLine())) {
                throw new IllegalStateException("the streams did not open");
            }
            PlatformBench.line("heap of a stream, after GC", (heap() - heap) / 1e3 / conversations.size(), "KB");
            PlatformBench.line("cores used while nothing is said", idleCores(), "");
            double[] millis = new double[REPLIES];
            for (int i = 0; i < REPLIES; i++) {
                millis[i] = reply(conversations.get(i), in);
            }
            Arrays.sort(millis);
            PlatformBench.line("a person's message to the shopper's stream, p50", millis[REPLIES / 2], "ms");
            PlatformBench.line("a person's message to the shopper's stream, p99", millis[REPLIES * 99 / 100], "ms");
        } finally {
            clients.destroy();
        }
    }

    /** Milliseconds from a person's message being handed in to its reaching the shopper, its commit included. */
    private double reply(String conversation, BufferedReader in) throws IOException {
        ConversationId id = new ConversationId(Ids.parse(conversation).orElseThrow());
        asOwner(() -> desk.take(id));
        long sent = System.nanoTime();
        asOwner(() -> desk.reply(id, "bench", WORDS));
        String[] heard = in.readLine().split(" ");
        if (!heard[0].equals(conversation)) {
            throw new IllegalStateException("somebody else heard it");
        }
        return (Long.parseLong(heard[1]) - sent) / 1e6;
    }

    private void asOwner(Runnable work) {
        Actor owner = new Actor(Actor.Kind.MEMBER, shop.email(), Role.OWNER.permissions());
        TenantScope.run(new TenantId(Ids.parse(shop.tenantId()).orElseThrow()), owner, work);
    }

    private Process clients(String address) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        StreamClients.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var out = process.outputWriter(StandardCharsets.UTF_8)) {
            String token = new Api(address).token(shop.clientId(), shop.clientSecret(), null);
            out.write(new JsonMapper().writeValueAsString(new Orders(address, token, conversations)));
        }
        return process;
    }

    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static double idleCores() throws InterruptedException {
        long before = cpuNanos();
        Thread.sleep(IDLE_SECONDS * 1_000L);
        return (cpuNanos() - before) / 1e9 / IDLE_SECONDS;
    }

    private static long cpuNanos() {
        OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
        return system instanceof com.sun.management.OperatingSystemMXBean own ? own.getProcessCpuTime() : 0;
    }
}
