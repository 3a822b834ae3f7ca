package io.xiaoer.security.internal;

import io.xiaoer.security.ApiErrors;
import jakarta.annotation.PreDestroy;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Has each node write down the failed calls it counted, every few seconds and when it stops. */
@Component
class ErrorFlush {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorFlush.class);
    private static final long SECONDS = 5;

    private final ApiErrors errors;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("error-flush").factory());

    ErrorFlush(ApiErrors errors) {
        this.errors = errors;
        timer.scheduleWithFixedDelay(this::flush, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        timer.shutdown();
        flush();
    }

    private void flush() {
        try {
            errors.flush();
        } catch (RuntimeException e) {
            LOG.warn("Failed calls could not be written down; they are kept for the next time", e);
        }
    }
}
