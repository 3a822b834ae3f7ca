package io.xiaoer.shared;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has each node write down what it counted in memory, every few seconds and when it stops. */
public abstract class RegularFlush {

    private static final long SECONDS = 5;

    private final Logger log = LoggerFactory.getLogger(getClass());
    private final Runnable flush;
    private final String failure;
    private final ScheduledExecutorService timer;

    /**
     * Begins at once.
     *
     * @param thread name of the thread that writes
     * @param failure what a warning says when it could not be written
     */
    protected RegularFlush(String thread, Runnable flush, String failure) {
        this.flush = flush;
        this.failure = failure;
        this.timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name(thread).factory());
        timer.scheduleWithFixedDelay(this::flush, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    @PreDestroy
    final void stop() {
        timer.shutdown();
        flush();
    }

    private void flush() {
        try {
            flush.run();
        } catch (RuntimeException e) {
            log.warn(failure, e);
        }
    }
}
