package io.xiaoer.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends messages at times fixed beforehand, whether or not earlier ones were answered, so that a slow server cannot slow
 * its own measurement down. A process of its own, started by {@link PlatformBench}: what it costs can be told from what
 * the server costs. Standard input says what to do; each phase gives one line of {@link Phase}.
 */
final class LoadGenerator {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final double HOPELESS_MILLIS = 5_000;
    private static final int WARM_UP_SENDERS = 4;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();
    private final JsonMapper json = new JsonMapper();
    private final Orders orders;
    private final AtomicInteger next = new AtomicInteger();

    private LoadGenerator(Orders orders) {
        this.orders = orders;
    }

    record Orders(
            String address,
            String token,
            int warmUpSeconds,
            List<Integer> rates,
            int seconds,
            List<String> conversations,
            List<String> questions) {}

    /**
     * @param seconds from the first scheduled arrival to the last reply
     * @param p50 of the time from the scheduled arrival to the reply, failed ones included
     * @param lateP99 how much later than scheduled the generator itself sent
     * @param cpuSeconds of the generator's process
     */
    record Phase(
            int rate,
            int sent,
            int answered,
            int errors,
            double seconds,
            double p50,
            double p95,
            double p99,
            double lateP99,
            double cpuSeconds) {

        double achieved() {
            return answered / seconds;
        }
    }

    public static void main(String[] args) throws IOException {
        var json = new JsonMapper();
        try (var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            var generator = new LoadGenerator(json.readValue(in, Orders.class));
            generator.warmUp();
            for (int rate : generator.orders.rates()) {
                Phase phase = generator.phase(rate);
                System.out.println(json.writeValueAsString(phase));
                if (phase.p99() > HOPELESS_MILLIS) {
                    break;
                }
            }
        }
    }

    /** Keeps the server busy until its code is compiled: a few senders, each sending as soon as it was answered. */
    private void warmUp() {
        long end = System.nanoTime() + orders.warmUpSeconds() * 1_000_000_000L;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < WARM_UP_SENDERS; i++) {
                threads.execute(() -> {
                    while (System.nanoTime() < end) {
                        send();
                    }
                });
            }
        }
    }

    private Phase phase(int rate) {
        int count = rate * orders.seconds();
        long[] took = new long[count];
        long[] late = new long[count];
        var answered = new AtomicInteger();
        double cpuBefore = cpuSeconds();
        long start = System.nanoTime() + 100_000_000;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < count; i++) {
                int arrival = i;
                long scheduled = start + i * 1_000_000_000L / rate;
                long wait = scheduled - System.nanoTime();
                while (wait > 0) {
                    LockSupport.parkNanos(wait);
                    wait = scheduled - System.nanoTime();
                }
                threads.execute(() -> {
                    late[arrival] = System.nanoTime() - scheduled;
                    if (send()) {
                        answered.incrementAndGet();
                    }
                    took[arrival] = System.nanoTime() - scheduled;
                });
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        double cpu = cpuSeconds() - cpuBefore;
        Arrays.sort(took);
        Arrays.sort(late);
        return new Phase(
                rate,
                count,
                answered.get(),
                count - answered.get(),
                seconds,
                millis(took, 0.50),
                millis(took, 0.95),
                millis(took, 0.99),
                millis(late, 0.99),
                cpu);
    }

    private boolean send() {
        int number = next.getAndIncrement();
        String conversation =
                orders.conversations().get(number % orders.conversations().size());
        String text = orders.questions().get(number % orders.questions().size());
        String body = String.format(
                Locale.ROOT, "{\"id\": \"%s\", \"text\": %s}", UUID.randomUUID(), json.writeValueAsString(text));
        var request = HttpRequest.newBuilder(
                        URI.create(orders.address() + "/api/v1/conversations/" + conversation + "/messages"))
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + orders.token())
                .POST(BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                .build();
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
            return response.statusCode() == 200 && response.body().contains("\"kind\"");
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static double millis(long[] sorted, double share) {
        return sorted[(int) Math.ceil(share * sorted.length) - 1] / 1e6;
    }

    private static double cpuSeconds() {
        return ProcessHandle.current()
                        .info()
                        .totalCpuDuration()
                        .orElse(Duration.ZERO)
                        .toNanos()
                / 1e9;
    }
}
