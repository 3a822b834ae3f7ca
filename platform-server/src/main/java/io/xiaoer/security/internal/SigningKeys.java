package io.xiaoer.security.internal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.xiaoer.security.WidgetTokens;
import io.xiaoer.shared.Ids;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The key pairs that sign our tokens, shared by all nodes through the database. A new key is known for a while before it
 * signs and an old one verifies for as long as a token it signed may be alive, so that a rotation is never noticed.
 */
@Component
class SigningKeys implements JWKSource<SecurityContext>, SmartInitializingSingleton {

    /** Well beyond {@link #CACHED}: every node knows a key before the first token it signs. */
    static final Duration KNOWN_BEFORE_ACTIVE = Duration.ofMinutes(10);

    /** Beyond the life of the longest-lived token, the widget's; a shorter one would end running chats. */
    static final Duration VERIFIES_AFTER = WidgetTokens.LIFETIME.plusHours(2);

    static final Duration MAX_AGE = Duration.ofDays(90);

    private static final Logger LOG = LoggerFactory.getLogger(SigningKeys.class);
    private static final Duration CACHED = Duration.ofSeconds(30);
    private static final long LOCK = 0x78_69_61_6f_65_72_01L;
    private static final int KEY_BITS = 2048;

    private final DSLContext db;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final ReentrantLock loading = new ReentrantLock();
    private volatile @Nullable Known known;

    private record Key(
            JWK jwk, Instant activeFrom, @Nullable Instant retiredAt) {}

    /** @param keys newest first */
    private record Known(List<Key> keys, Instant at) {}

    SigningKeys(DSLContext db, PlatformTransactionManager transactions, Clock clock) {
        this.db = db;
        this.transaction = new TransactionTemplate(transactions);
        // the caller's transaction may be read-only, and its failure must not take a new key back
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        keys();
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
        return selector.select(new JWKSet(keys().stream().map(Key::jwk).toList()));
    }

    /** Of keys that could sign, the one that does: the newest active one. */
    JWK signing(List<JWK> candidates) {
        Instant now = clock.instant();
        for (Key key : keys()) {
            if (!key.activeFrom().isAfter(now)) {
                for (JWK candidate : candidates) {
                    if (key.jwk().getKeyID().equals(candidate.getKeyID())) {
                        return candidate;
                    }
                }
            }
        }
        throw new IllegalStateException("No signing key is active");
    }

    /** Makes a key that takes over in a while, and lets the others end after their last token. */
    void rotate() {
        transaction.executeWithoutResult(status -> {
            lock();
            Instant activeFrom = clock.instant().plus(KNOWN_BEFORE_ACTIVE);
            insert(activeFrom);
            db.execute(
                    "update platform.signing_key set retired_at = ?::timestamptz where retired_at is null"
                            + " and active_from < ?::timestamptz",
                    at(activeFrom.plus(VERIFIES_AFTER)),
                    at(activeFrom));
        });
        known = null;
        LOG.info("A new signing key takes over in {}", KNOWN_BEFORE_ACTIVE);
    }

    /** Rotates when the newest key is old; drops keys that no longer verify anything. */
    void maintain() {
        Instant newest = keys().getFirst().activeFrom();
        if (newest.isBefore(clock.instant().minus(MAX_AGE))) {
            rotate();
        }
        transaction.executeWithoutResult(status ->
                db.execute("delete from platform.signing_key where retired_at < ?::timestamptz", at(clock.instant())));
    }

    private List<Key> keys() {
        Instant now = clock.instant();
        Known last = known;
        if (last != null && fresh(last, now)) {
            return usable(last, now);
        }
        if (last != null && !loading.tryLock()) {
            // another thread is loading; what was known serves until then
            return usable(last, now);
        }
        if (last == null) {
            loading.lock();
        }
        try {
            Known meanwhile = known;
            if (meanwhile != null && fresh(meanwhile, now)) {
                return usable(meanwhile, now);
            }
            Known loaded = new Known(load(now), now);
            known = loaded;
            return usable(loaded, now);
        } catch (RuntimeException e) {
            if (last == null) {
                throw e;
            }
            LOG.warn("Signing keys cannot be loaded; going on with those known", e);
            known = new Known(last.keys(), now);
            return usable(last, now);
        } finally {
            loading.unlock();
        }
    }

    private static boolean fresh(Known known, Instant now) {
        return Duration.between(known.at(), now).abs().compareTo(CACHED) < 0;
    }

    private static List<Key> usable(Known known, Instant now) {
        return known.keys().stream()
                .filter(key -> key.retiredAt() == null || key.retiredAt().isAfter(now))
                .toList();
    }

    private List<Key> load(Instant now) {
        List<Key> keys = transaction.execute(status -> {
            List<Key> stored = select(now);
            if (!stored.isEmpty()) {
                return stored;
            }
            lock();
            // another node may have made one while this one waited
            stored = select(now);
            if (stored.isEmpty()) {
                insert(now);
                stored = select(now);
            }
            return stored;
        });
        if (keys == null || keys.isEmpty()) {
            throw new IllegalStateException("There is no signing key");
        }
        return keys;
    }

    private List<Key> select(Instant now) {
        List<Key> keys = new ArrayList<>();
        db.resultQuery(
                        "select jwk, active_from, retired_at from platform.signing_key"
                                + " where retired_at is null or retired_at > ?::timestamptz order by active_from desc, key_id",
                        at(now))
                .forEach(row -> {
                    OffsetDateTime retiredAt = row.get("retired_at", OffsetDateTime.class);
                    keys.add(new Key(
                            parse(row.get("jwk", String.class)),
                            row.get("active_from", OffsetDateTime.class).toInstant(),
                            retiredAt == null ? null : retiredAt.toInstant()));
                });
        return keys;
    }

    private void insert(Instant activeFrom) {
        JWK key = generate();
        db.execute(
                "insert into platform.signing_key (key_id, jwk, created_at, active_from)"
                        + " values (?, ?, ?::timestamptz, ?::timestamptz)",
                key.getKeyID(),
                key.toJSONString(),
                at(clock.instant()),
                at(activeFrom));
    }

    private void lock() {
        db.execute("select pg_advisory_xact_lock(?)", LOCK);
    }

    private static JWK generate() {
        try {
            return new RSAKeyGenerator(KEY_BITS)
                    .keyID(Ids.next().toString())
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("every JDK has RSA", e);
        }
    }

    private static JWK parse(String jwk) {
        try {
            return JWK.parse(jwk);
        } catch (ParseException e) {
            // without the cause: it might quote the private key
            throw new IllegalStateException("A row of platform.signing_key holds no key");
        }
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
