package io.xiaoer.connectors.internal.bridges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.xiaoer.connectors.internal.bridges.Lanes.Key;
import io.xiaoer.tenancy.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LanesTest {

    private static final Key HUGE = key(1);
    private static final Key SMALL = key(2);

    @Test
    void aShopWithMuchToDoKeepsNoOtherWaiting() throws InterruptedException {
        Map<Key, AtomicInteger> left =
                new ConcurrentHashMap<>(Map.of(HUGE, new AtomicInteger(10_000), SMALL, new AtomicInteger(20)));
        List<Key> done = new CopyOnWriteArrayList<>();
        CountDownLatch both = new CountDownLatch(1);
        CountDownLatch finished = new CountDownLatch(1);
        try (Lanes lanes = new Lanes(
                "test",
                1,
                1,
                key -> {
                    await().until(() -> both.getCount() == 0);
                    done.add(key);
                    boolean more = left.getOrDefault(key, new AtomicInteger()).decrementAndGet() > 0;
                    if (key.equals(SMALL) && !more) {
                        finished.countDown();
                    }
                    return more && finished.getCount() > 0 ? Optional.of(Duration.ZERO) : Optional.empty();
                },
                tenant -> false)) {
            lanes.wake(HUGE);
            lanes.wake(SMALL);
            both.countDown();
            finished.await();
        }
        assertThat(done.indexOf(SMALL)).isLessThan(3);
        assertThat(done.stream().filter(HUGE::equals).count()).isLessThan(25);
        assertThat(done.stream().filter(SMALL::equals).count()).isEqualTo(20);
    }

    @Test
    void whoIsWokenWhileAtWorkLooksOnceMore() {
        AtomicInteger steps = new AtomicInteger();
        CountDownLatch working = new CountDownLatch(1);
        CountDownLatch woken = new CountDownLatch(1);
        try (Lanes lanes = new Lanes(
                "test",
                1,
                2,
                key -> {
                    if (steps.incrementAndGet() == 1) {
                        working.countDown();
                        await().until(() -> woken.getCount() == 0);
                    }
                    return Optional.empty();
                },
                tenant -> false)) {
            lanes.wake(HUGE);
            await().until(() -> working.getCount() == 0);
            lanes.wake(HUGE);
            woken.countDown();
            await().untilAsserted(() -> assertThat(steps).hasValue(2));
        }
    }

    @Test
    void aStepThatFailsEndsNothingElse() {
        AtomicInteger steps = new AtomicInteger();
        try (Lanes lanes = new Lanes(
                "test",
                1,
                1,
                key -> {
                    if (steps.incrementAndGet() == 1) {
                        throw new IllegalStateException("on purpose");
                    }
                    return Optional.empty();
                },
                tenant -> false)) {
            lanes.wake(HUGE);
            await().untilAsserted(() -> assertThat(steps).hasValue(1));
            lanes.wake(SMALL);
            await().untilAsserted(() -> assertThat(steps).hasValue(2));
        }
    }

    private static Key key(int number) {
        return new Key(new TenantId(new UUID(0, number)), "somewhere");
    }
}
