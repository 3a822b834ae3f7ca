package io.xiaoer.answering.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.xiaoer.answering.LetterEmbedder;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LazyEmbedderTest {

    private final AtomicInteger loaded = new AtomicInteger();
    private final LazyEmbedder embedder = new LazyEmbedder("letters", () -> {
        loaded.incrementAndGet();
        return new LetterEmbedder();
    });

    @Test
    void loadsNothingBeforeThereIsAText() {
        assertThat(embedder.model()).isEqualTo("letters");
        assertThat(new RememberingEmbedder(embedder).model()).isEqualTo("letters");
        assertThat(embedder.embedAll(List.of())).isEmpty();
        assertThat(loaded).hasValue(0);
    }

    @Test
    void loadsOnceWhoeverComesFirst() throws Exception {
        List<Callable<float[]>> calls = IntStream.range(0, 16)
                .mapToObj(i -> (Callable<float[]>) () -> embedder.embed("text " + i))
                .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var call : threads.invokeAll(calls)) {
                call.get();
            }
        }
        assertThat(loaded).hasValue(1);
    }
}
