package io.xiaoer.connectors.internal;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Has each node write down how connections work, every few seconds and when it stops. */
@Component
class WayLogFlush {

    private static final Logger LOG = LoggerFactory.getLogger(WayLogFlush.class);
    private static final long SECONDS = 5;

    private final WayLog log;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("way-log-flush").factory());

    WayLogFlush(WayLog log) {
        this.log = log;
        timer.scheduleWithFixedDelay(this::flush, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        timer.shutdown();
        flush();
    }

    private void flush() {
        try {
            log.flush();
        } catch (RuntimeException e) {
            LOG.warn("How connections work could not be written down", e);
        }
    }
}
