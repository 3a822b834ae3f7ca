package io.xiaoer.security.internal;

import io.xiaoer.shared.Digests;
import io.xiaoer.tenants.PasswordGuesses;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Slows down guessing of passwords, for one e-mail address and for one network address, across all nodes. An attempt is
 * counted before its password is looked at and taken back when it was right, so that attempts at the same time cannot
 * slip through together.
 */
@Component
class LoginBackoff implements PasswordGuesses {

    static final int FREE_FAILURES = 5;
    static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(15);

    private final DSLContext db;
    private final TransactionTemplate transaction;
    private final Clock clock;

    LoginBackoff(DSLContext db, PlatformTransactionManager transactions, Clock clock) {
        this.db = db;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /** Counts an attempt; false if it comes too soon after failed ones and must not be looked at. */
    boolean begin(String email, String address) {
        return begin(subjects(email, address));
    }

    @Override
    public boolean begin(String email) {
        return begin(List.of(emailSubject(email)));
    }

    private boolean begin(List<String> subjects) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        return Boolean.TRUE.equals(transaction.execute(status -> {
            for (String subject : subjects) {
                db.execute(
                        "insert into platform.login_failure (subject, failures, last_failed_at) values (?, 0, ?::timestamptz)"
                                + " on conflict do nothing",
                        subject,
                        now);
            }
            // in one order everywhere, so that two attempts cannot wait for each other
            for (String subject : subjects) {
                Record row = db.resultQuery(
                                "select failures, last_failed_at from platform.login_failure where subject = ?"
                                        + " for update",
                                subject)
                        .fetchSingle();
                int failures = row.get("failures", Integer.class);
                OffsetDateTime last = row.get("last_failed_at", OffsetDateTime.class);
                if (failures > 0
                        && last.plus(FORGOTTEN_AFTER).isAfter(now)
                        && last.plus(wait(failures)).isAfter(now)) {
                    return false;
                }
            }
            for (String subject : subjects) {
                db.execute(
                        "update platform.login_failure set last_failed_at = ?::timestamptz, failures ="
                                + " case when last_failed_at <= ?::timestamptz then 1 else failures + 1 end where subject = ?",
                        now,
                        now.minus(FORGOTTEN_AFTER),
                        subject);
            }
            return true;
        }));
    }

    /**
     * Takes the attempt back. The e-mail address starts anew; the network address only loses this one attempt, or whoever
     * has an account could clear it between guesses at others.
     */
    void succeeded(String email, String address) {
        transaction.executeWithoutResult(status -> {
            for (String subject : subjects(email, address)) {
                if (subject.equals(emailSubject(email))) {
                    db.execute("delete from platform.login_failure where subject = ?", subject);
                } else {
                    db.execute(
                            "update platform.login_failure set failures = greatest(failures - 1, 0) where subject = ?",
                            subject);
                }
            }
        });
    }

    @Override
    public void forget(String email) {
        transaction.executeWithoutResult(
                status -> db.execute("delete from platform.login_failure where subject = ?", emailSubject(email)));
    }

    void removeForgotten() {
        transaction.executeWithoutResult(status -> db.execute(
                "delete from platform.login_failure where last_failed_at < ?::timestamptz",
                OffsetDateTime.now(clock).minus(FORGOTTEN_AFTER)));
    }

    static Duration wait(int failures) {
        if (failures < FREE_FAILURES) {
            return Duration.ZERO;
        }
        Duration doubled = Duration.ofSeconds(1L << Math.min(failures - FREE_FAILURES, 20));
        return doubled.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : doubled;
    }

    private static List<String> subjects(String email, String address) {
        return Stream.of(emailSubject(email), digest("address:" + RateLimits.network(address)))
                .sorted()
                .toList();
    }

    private static String emailSubject(String email) {
        return digest("email:" + email);
    }

    private static String digest(String text) {
        return Digests.sha256Hex(text);
    }
}
