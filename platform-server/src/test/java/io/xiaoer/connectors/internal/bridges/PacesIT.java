package io.xiaoer.connectors.internal.bridges;

import static org.assertj.core.api.Assertions.assertThat;

import io.xiaoer.connectors.internal.bridges.Pace.Use;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.testing.IntegrationTest;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What a platform allows is kept by all nodes together. */
class PacesIT extends IntegrationTest {

    private static final int IN_ALL = 40;
    private static final int MOST = 2 * IN_ALL;

    @Autowired
    private DSLContext db;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void threeNodesThatReadAllTheyCanKeepToTheLimitAndLeaveRoomForAShopper() throws Exception {
        Bridge bridge = bridge();
        AtomicInteger made = new AtomicInteger();
        List<Future<?>> readings = new ArrayList<>();
        Paces shopper = new Paces(db, transaction);
        long begun = System.nanoTime();
        try (ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int node = 0; node < 3; node++) {
                Paces paces = new Paces(db, transaction);
                for (int shop = 0; shop < 3; shop++) {
                    TenantId tenant = new TenantId(UUID.randomUUID());
                    readings.add(hands.submit(() -> {
                        while (made.incrementAndGet() <= MOST) {
                            paces.await(tenant, bridge, Use.SYNC);
                        }
                        return true;
                    }));
                }
            }
            TenantId tenant = new TenantId(UUID.randomUUID());
            while (made.get() <= MOST) {
                long asked = System.nanoTime();
                shopper.await(tenant, bridge, Use.LOOKUP);
                made.incrementAndGet();
                assertThat(Duration.ofNanos(System.nanoTime() - asked))
                        .as("a shopper's turn")
                        .isLessThan(Duration.ofSeconds(1));
                Thread.sleep(50);
            }
            for (Future<?> reading : readings) {
                reading.get();
            }
        }
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        assertThat(took)
                .as("%d at once, and the rest at so many a second", IN_ALL)
                .isGreaterThan(Duration.ofMillis(900));
    }

    private static Bridge bridge() {
        Terms terms = new Terms(List.of(), 1000, IN_ALL, Duration.ofDays(1));
        String key = "test-" + UUID.randomUUID();
        return (Bridge) Proxy.newProxyInstance(
                Bridge.class.getClassLoader(),
                new Class<?>[] {Bridge.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "key" -> key;
                    case "terms" -> terms;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
