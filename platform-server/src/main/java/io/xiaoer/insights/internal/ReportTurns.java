package io.xiaoer.insights.internal;

import io.xiaoer.shared.Problem;
import io.xiaoer.shared.Problem.Code;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Reports read much: a node counts two at a time, so that shoppers are answered meanwhile. */
@Component
public class ReportTurns {

    private static final int AT_ONCE = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ReportRows rows;
    private final TransactionTemplate reading;
    private final Semaphore places = new Semaphore(AT_ONCE, true);

    ReportTurns(ReportRows rows, PlatformTransactionManager transactions) {
        this.rows = rows;
        this.reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
    }

    /**
     * Counts within a transaction of its own.
     *
     * @throws Problem with {@link Code#UNAVAILABLE} if others take long
     */
    public <T> T take(Supplier<T> counting) {
        try {
            if (!places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Problem(Code.UNAVAILABLE, "Many reports are being counted. Try again in a minute.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Problem(Code.UNAVAILABLE, "The report was given up. Try again.");
        }
        try {
            return Objects.requireNonNull(reading.execute(status -> {
                rows.makeRoom();
                return counting.get();
            }));
        } finally {
            places.release();
        }
    }
}
