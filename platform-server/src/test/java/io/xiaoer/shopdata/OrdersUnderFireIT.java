package io.xiaoer.shopdata;

import static org.assertj.core.api.Assertions.assertThat;

import io.xiaoer.testing.Api;
import io.xiaoer.testing.Api.Answer;
import io.xiaoer.testing.Api.TestShop;
import io.xiaoer.testing.KillableApplication;
import io.xiaoer.testing.KillableApplication.Kill;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ten thousand orders, each in three versions, each version twice, in no order, from four senders at once, and the server is
 * killed with -9 in the middle: none is lost, none is there twice, and each is as its newest version says.
 */
@Tag("long")
class OrdersUnderFireIT {

    private static final int ORDERS = 10_000;
    private static final List<String> VERSIONS = List.of("paid", "shipped", "delivered");
    private static final int BATCH = 500;
    private static final int SENDERS = 4;
    private static final int BATCHES_BEFORE_THE_KILL = 25;
    private static final OffsetDateTime FIRST = OffsetDateTime.of(2026, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    @TempDir
    private Path data;

    /** One delivery of a version of an order. */
    private record Delivery(int order, int version) {
        String json() {
            return """
                    {"kind": "orders", "id": "o-%d", "updatedAt": "%s", "data": {"customerId": "c-%d", "status": "%s",
                     "placedAt": "2026-01-01T00:00:00Z", "total": "59.90",
                     "lines": [{"sku": "s-%d", "name": "面霜", "quantity": 1, "price": "59.90"}],
                     "shipTo": {"name": "王小明", "phone": "13812341234", "address": "世纪大道1号"}}}
                    """.formatted(order, FIRST.plusHours(version), order % 1000, VERSIONS.get(version), order % 50);
        }
    }

    /** Those of the batches that were answered, and those that a dead server took with it. */
    private record Sent(List<List<Delivery>> acknowledged, Queue<List<Delivery>> left) {}

    @Test
    void losesNoneDoublesNoneAndKeepsTheNewest() throws Exception {
        Queue<List<Delivery>> batches = new ConcurrentLinkedQueue<>(batches());
        int all = batches.size();
        TestShop shop;
        Sent before;
        try (KillableApplication first = KillableApplication.start(data)) {
            shop = first.api().signUp();
            before = sendUntilDead(first, shop.api(), batches);
            first.awaitExit();
        }
        assertThat(before.acknowledged()).hasSizeBetween(BATCHES_BEFORE_THE_KILL, all - SENDERS);

        try (KillableApplication second = KillableApplication.start(data)) {
            assertNothingAcknowledgedIsLost(second, before.acknowledged());
            Api api = second.api();
            Api shopApi = api.withToken(api.token(shop.clientId(), shop.clientSecret(), "sync"));
            sendAll(shopApi, before.left());
            try (var superuser = second.superuser();
                    var query = superuser.createStatement();
                    var rows = query.executeQuery(
                            "select count(*), count(distinct id), count(*) filter (where status = 'delivered'"
                                    + " and data ->> 'status' = 'delivered' and updated_at = '" + FIRST.plusHours(2)
                                    + "') from shopdata.shop_order")) {
                rows.next();
                assertThat(rows.getInt(1)).isEqualTo(ORDERS);
                assertThat(rows.getInt(2)).isEqualTo(ORDERS);
                assertThat(rows.getInt(3)).isEqualTo(ORDERS);
            }
            assertThat(shopApi.get("/api/v1/shop/orders/o-4711")
                            .json()
                            .at("/shipTo/phone")
                            .asString())
                    .isEqualTo("13812341234");
        }
    }

    private static List<List<Delivery>> batches() {
        List<Delivery> deliveries = new ArrayList<>();
        for (int order = 0; order < ORDERS; order++) {
            for (int version = 0; version < VERSIONS.size(); version++) {
                deliveries.addAll(Collections.nCopies(2, new Delivery(order, version)));
            }
        }
        Collections.shuffle(deliveries, new Random(4711));
        List<List<Delivery>> batches = new ArrayList<>();
        for (int from = 0; from < deliveries.size(); from += BATCH) {
            batches.add(deliveries.subList(from, Math.min(from + BATCH, deliveries.size())));
        }
        return batches;
    }

    private static Sent sendUntilDead(KillableApplication application, Api api, Queue<List<Delivery>> batches)
            throws Exception {
        Queue<List<Delivery>> acknowledged = new ConcurrentLinkedQueue<>();
        Queue<List<Delivery>> unanswered = new ConcurrentLinkedQueue<>();
        CountDownLatch enough = new CountDownLatch(BATCHES_BEFORE_THE_KILL);
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Void>> running = new ArrayList<>();
            for (int i = 0; i < SENDERS; i++) {
                running.add(CompletableFuture.runAsync(
                        () -> {
                            for (var batch = batches.poll(); batch != null; batch = batches.poll()) {
                                try {
                                    assertTaken(api.post("/api/v1/shop/batch", body(batch)));
                                } catch (IllegalStateException e) {
                                    // no answer: the shop's system sends it again later
                                    unanswered.add(batch);
                                    return;
                                }
                                acknowledged.add(batch);
                                enough.countDown();
                            }
                        },
                        senders));
            }
            try {
                boolean reached = enough.await(2, TimeUnit.MINUTES);
                running.stream()
                        .filter(CompletableFuture::isCompletedExceptionally)
                        .forEach(CompletableFuture::join);
                assertThat(reached)
                        .as("batches taken before the kill: %d", acknowledged.size())
                        .isTrue();
            } finally {
                application.kill(Kill.APPLICATION_AND_DATABASE);
            }
            for (CompletableFuture<Void> one : running) {
                one.get(2, TimeUnit.MINUTES);
            }
        }
        assertThat(unanswered).as("batches on their way when it was killed").isNotEmpty();
        unanswered.addAll(batches);
        return new Sent(List.copyOf(acknowledged), unanswered);
    }

    private static void sendAll(Api api, Queue<List<Delivery>> batches) throws Exception {
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Void>> running = new ArrayList<>();
            for (int i = 0; i < SENDERS; i++) {
                running.add(CompletableFuture.runAsync(
                        () -> {
                            for (var batch = batches.poll(); batch != null; batch = batches.poll()) {
                                assertTaken(api.post("/api/v1/shop/batch", body(batch)));
                            }
                        },
                        senders));
            }
            for (CompletableFuture<Void> one : running) {
                one.get(5, TimeUnit.MINUTES);
            }
        }
    }

    private static void assertTaken(Answer answer) {
        if (answer.status() >= 500) {
            // the database may be gone a moment before the application is
            throw new IllegalStateException(answer.text());
        }
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().get("rejected").asInt()).as(answer.text()).isZero();
    }

    private static String body(List<Delivery> batch) {
        return "{\"items\": ["
                + String.join(",", batch.stream().map(Delivery::json).toList()) + "]}";
    }

    private static void assertNothingAcknowledgedIsLost(
            KillableApplication application, List<List<Delivery>> acknowledged) throws Exception {
        Map<String, Integer> newest = new HashMap<>();
        acknowledged.forEach(batch ->
                batch.forEach(delivery -> newest.merge("o-" + delivery.order(), delivery.version(), Math::max)));
        Map<String, OffsetDateTime> stored = new HashMap<>();
        try (var superuser = application.superuser();
                var query = superuser.createStatement();
                var rows = query.executeQuery("select id, updated_at from shopdata.shop_order")) {
            while (rows.next()) {
                stored.put(rows.getString(1), rows.getObject(2, OffsetDateTime.class));
            }
        }
        assertThat(newest).hasSizeGreaterThan(ORDERS / 2);
        newest.forEach((order, version) ->
                assertThat(stored.get(order)).as(order).isNotNull().isAfterOrEqualTo(FIRST.plusHours(version)));
    }
}
