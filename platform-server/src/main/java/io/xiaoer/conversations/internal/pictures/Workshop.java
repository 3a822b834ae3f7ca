package io.xiaoer.conversations.internal.pictures;

import io.xiaoer.shared.Problem;
import io.xiaoer.shared.Problem.Code;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Where pictures are drawn anew: a few at a time, so that they can take neither the memory nor the processors from
 * conversations. What comes beyond a short line is turned away, to be sent again.
 */
@Component
public class Workshop {

    private static final long PATIENCE_SECONDS = 2;

    private final ExecutorService threads;
    private final Semaphore places;

    /** @param threads pictures drawn at once; 0 for one for every two cores */
    @Autowired
    Workshop(@Value("${xiaoer.pictures.threads:0}") int threads, @Value("${xiaoer.pictures.line:32}") int line) {
        int atOnce = threads > 0 ? threads : Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        this.threads = Executors.newFixedThreadPool(
                atOnce, Thread.ofPlatform().daemon().name("picture-", 0).factory());
        this.places = new Semaphore(atOnce + line);
    }

    /** Work that holds a picture's bytes. */
    @FunctionalInterface
    public interface Work<T> {
        T apply() throws IOException;
    }

    /**
     * Does work, from reading the bytes to keeping them, while one of the places for it is held.
     *
     * @throws Problem with {@link Code#UNAVAILABLE} if all are taken
     */
    public <T> T within(Work<T> work) throws IOException {
        if (!entered()) {
            throw new Problem(Code.UNAVAILABLE, "Very many pictures are coming in. Send this one again in a moment.");
        }
        try {
            return work.apply();
        } finally {
            places.release();
        }
    }

    private boolean entered() {
        try {
            return places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** @throws Problem if the file is not a picture of its type that can be read */
    public CleanPicture clean(PictureType type, byte[] file) {
        Future<CleanPicture> drawn = threads.submit(() -> CleanPicture.of(type, file));
        try {
            return drawn.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnreadablePicture unreadable) {
                throw Problem.invalid("image", unreadable.reason());
            }
            throw new IllegalStateException("A picture could not be drawn anew", e.getCause());
        } catch (InterruptedException e) {
            drawn.cancel(true);
            Thread.currentThread().interrupt();
            throw new Problem(Code.UNAVAILABLE, "Send this picture again in a moment.");
        }
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
    }
}
