package io.xiaoer.security.internal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.xiaoer.shared.Ids;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The keys that sign tokens, kept in the database so that all nodes share them. A new key is published before it signs
 * and the old one verifies until the last token it signed has expired, so a rotation invalidates nothing.
 */
@Component
class SigningKeys implements JWKSource<SecurityContext> {

    /** How long a node may not know a new key yet. */
    private static final Duration FRESHNESS = Duration.ofSeconds(30);

    private static final Duration NOTICE = Duration.ofMinutes(10);
    private static final Duration LONGEST_TOKEN = Duration.ofHours(13);
    private static final int BITS = 2048;

    private final DSLContext db;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private volatile @Nullable Known known;

    private record Known(List<JWK> keys, Instant readAt) {}

    private record Stored(RSAKey key, Instant activeFrom) {}

    SigningKeys(DSLContext db, TransactionTemplate transaction, Clock clock) {
        this.db = db;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Keys that match, the one that signs now first. */
    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
        return selector.select(new JWKSet(current()));
    }

    /** Makes a new key, which signs from {@link #NOTICE} on, and lets the others verify until their tokens expire. */
    void rotate() {
        Instant signsFrom = clock.instant().plus(NOTICE);
        transaction.executeWithoutResult(status -> {
            db.execute(
                    "update platform.signing_key set retired_at = ?::timestamptz where retired_at is null",
                    at(signsFrom.plus(LONGEST_TOKEN)));
            insert(signsFrom);
        });
        known = null;
    }

    /** When the newest key was made to sign. */
    Instant newestSince() {
        Instant newest = Instant.MIN;
        for (Stored stored : read()) {
            newest = stored.activeFrom().isAfter(newest) ? stored.activeFrom() : newest;
        }
        return newest;
    }

    private List<JWK> current() {
        Known now = known;
        if (now == null || now.readAt().plus(FRESHNESS).isBefore(clock.instant())) {
            List<Stored> stored = read();
            if (stored.isEmpty()) {
                makeFirst();
                stored = read();
            }
            List<JWK> keys = new ArrayList<>();
            stored.stream().map(Stored::key).forEach(keys::add);
            now = new Known(keys, clock.instant());
            known = now;
        }
        return now.keys();
    }

    /** Active keys newest first, then those that do not sign yet. */
    private List<Stored> read() {
        Instant now = clock.instant();
        List<Stored> all = transaction.execute(status -> db.resultQuery(
                        "select jwk, active_from from platform.signing_key"
                                + " where retired_at is null or retired_at > ?::timestamptz order by active_from desc",
                        at(now))
                .fetch(row -> new Stored(
                        parse(row.get("jwk", String.class)),
                        row.get("active_from", OffsetDateTime.class).toInstant())));
        List<Stored> ordered = new ArrayList<>();
        if (all != null) {
            all.stream().filter(key -> !key.activeFrom().isAfter(now)).forEach(ordered::add);
            all.stream().filter(key -> key.activeFrom().isAfter(now)).forEach(ordered::add);
        }
        return ordered;
    }

    private void makeFirst() {
        transaction.executeWithoutResult(status -> {
            // two nodes may start at once: the second waits here and then finds the first one's key
            db.execute("select pg_advisory_xact_lock(hashtext('platform.signing_key'))");
            if (db.fetchValue("select count(*) from platform.signing_key", new Object[0]) instanceof Long count
                    && count == 0) {
                insert(clock.instant());
            }
        });
    }

    private void insert(Instant activeFrom) {
        try {
            RSAKey key = new RSAKeyGenerator(BITS).keyID(Ids.next().toString()).generate();
            db.execute(
                    "insert into platform.signing_key (key_id, jwk, created_at, active_from)"
                            + " values (?, ?, ?::timestamptz, ?::timestamptz)",
                    key.getKeyID(),
                    key.toJSONString(),
                    at(clock.instant()),
                    at(activeFrom));
        } catch (JOSEException e) {
            throw new IllegalStateException("No signing key could be made", e);
        }
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static RSAKey parse(String jwk) {
        try {
            return RSAKey.parse(jwk);
        } catch (ParseException e) {
            throw new IllegalStateException("A stored signing key cannot be read", e);
        }
    }
}
