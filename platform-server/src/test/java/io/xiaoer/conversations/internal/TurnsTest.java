package io.xiaoer.conversations.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xiaoer.shared.Problem;
import io.xiaoer.shared.Problem.Code;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch end = new CountDownLatch(1);

    @AfterEach
    void release() {
        end.countDown();
        threads.close();
    }

    @Test
    void turnsAMessageAwayWhenAllPlacesStayTaken() throws InterruptedException {
        Turns turns = new Turns(1, 10, Duration.ofMillis(1));
        occupy(turns, "a");
        assertUnavailable(() -> turns.take("b", () -> "answer"));
    }

    @Test
    void turnsAMessageAwayAtOnceWhenTheLineIsLong() throws InterruptedException {
        Turns turns = new Turns(1, 0, LONG);
        occupy(turns, "a");
        assertUnavailable(() -> turns.take("b", () -> "answer"));
    }

    @Test
    void answersWhoWaitedWhenAPlaceIsFree() throws Exception {
        Turns turns = new Turns(1, 10, LONG);
        occupy(turns, "a");
        CompletableFuture<String> waiting =
                CompletableFuture.supplyAsync(() -> turns.take("b", () -> "answer"), threads);
        end.countDown();
        assertThat(waiting.get()).isEqualTo("answer");
    }

    @Test
    void oneConversationDoesNotTakeThePlacesOfOthers() throws InterruptedException {
        Turns turns = new Turns(2, 10, Duration.ofMillis(1));
        occupy(turns, "a");
        assertUnavailable(() -> turns.take("a", () -> "second of the same"));
        assertThat(turns.take("b", () -> "answer")).isEqualTo("answer");
    }

    @Test
    void oneConversationDoesNotFillTheLineOfOthers() throws InterruptedException {
        Turns turns = new Turns(2, 1, LONG);
        occupy(turns, "a");
        List<CompletableFuture<Throwable>> more = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            more.add(CompletableFuture.supplyAsync(() -> turns.take("a", () -> "more of the same"), threads)
                    .handle((answer, refused) -> refused));
        }
        // those beyond its own line are turned away at once, those in it wait
        assertThat(CompletableFuture.anyOf(more.toArray(CompletableFuture[]::new))
                        .join())
                .isNotNull();
        assertThat(turns.take("b", () -> "answer")).isEqualTo("answer");
        occupy(turns, "b");
        CompletableFuture<String> third = CompletableFuture.supplyAsync(() -> turns.take("c", () -> "answer"), threads);
        end.countDown();
        assertThat(third.join()).isEqualTo("answer");
    }

    @Test
    void aTurnThatFailsGivesItsPlaceBack() {
        Turns turns = new Turns(1, 10, Duration.ofMillis(1));
        assertThatThrownBy(() -> turns.take("a", () -> {
                    throw new IllegalArgumentException("failed");
                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(turns.take("a", () -> "answer")).isEqualTo("answer");
    }

    /** Returns when the turn has begun; it lasts until the test ends. */
    private void occupy(Turns turns, String conversation) throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        threads.execute(() -> turns.take(conversation, () -> {
            begun.countDown();
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return "";
        }));
        begun.await();
    }

    private static void assertUnavailable(Supplier<String> turn) {
        assertThatThrownBy(turn::get)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(Code.UNAVAILABLE));
    }
}
