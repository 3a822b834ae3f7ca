package io.xiaoer.security.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import io.xiaoer.database.DatabaseAccess;
import io.xiaoer.testing.TestDatabase;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.JwtException;

/** A rotation over months, on a clock of its own and a fresh database each: the running application keeps its keys. */
class SigningKeysIT {

    private static final TokenConfiguration CONFIGURATION = new TokenConfiguration();

    private final DatabaseAccess database = TestDatabase.fresh();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final Clock clock = new MovingClock();
    private SigningKeys here;
    private SigningKeys there;

    @BeforeEach
    void twoNodes() {
        migrate();
        var source = new DriverManagerDataSource(
                database.url(), database.app().user(), database.app().password());
        DSLContext db = DSL.using(new TransactionAwareDataSourceProxy(source), SQLDialect.POSTGRES);
        here = new SigningKeys(db, new DataSourceTransactionManager(source), clock);
        there = new SigningKeys(db, new DataSourceTransactionManager(source), clock);
        here.afterSingletonsInstantiated();
        there.afterSingletonsInstantiated();
    }

    @Test
    void aRotationIsNeverNoticedAndAnOldKeyEndsAfterItsLastToken() {
        String first = sign(here);
        assertThat(accepts(there, first)).isTrue();
        String firstKey = keyOf(first);

        here.rotate();
        // known to all before it signs
        assertThat(keyOf(sign(here))).isEqualTo(firstKey);
        now = now.plus(SigningKeys.KNOWN_BEFORE_ACTIVE).plusSeconds(31);
        String second = sign(here);
        assertThat(keyOf(second)).isNotEqualTo(firstKey);
        assertThat(keyOf(sign(there))).isEqualTo(keyOf(second));
        assertThat(accepts(there, second)).isTrue();

        now = now.plus(SigningKeys.VERIFIES_AFTER).minus(Duration.ofMinutes(1));
        assertThat(accepts(there, first)).isTrue();
        now = now.plus(Duration.ofMinutes(2));
        assertThat(accepts(here, first)).isFalse();
        assertThat(accepts(there, first)).isFalse();
    }

    @Test
    void anOldKeyIsReplacedByItselfOnceForAllNodes() {
        String before = keyOf(sign(here));
        now = now.plus(SigningKeys.MAX_AGE).plus(Duration.ofDays(1));
        here.maintain();
        there.maintain();
        now = now.plus(SigningKeys.KNOWN_BEFORE_ACTIVE).plusSeconds(31);
        String after = keyOf(sign(here));
        assertThat(after).isNotEqualTo(before);
        assertThat(keyOf(sign(there))).isEqualTo(after);

        now = now.plus(SigningKeys.VERIFIES_AFTER).plus(Duration.ofDays(1));
        here.maintain();
        assertThat(DSL.using(
                                database.url(),
                                database.app().user(),
                                database.app().password())
                        .fetch("select key_id from platform.signing_key")
                        .getValues("key_id", String.class))
                .contains(after)
                .doesNotContain(before);
    }

    private void migrate() {
        Flyway.configure()
                .dataSource(
                        database.url(),
                        database.owner().user(),
                        database.owner().password())
                .defaultSchema("core")
                .table("schema_history")
                .createSchemas(true)
                .placeholders(Map.of(
                        "app",
                        database.app().user(),
                        "operator",
                        database.operator().user()))
                .load()
                .migrate();
    }

    /** Lives for long, so that only the key decides. */
    private String sign(SigningKeys keys) {
        JwtEncoder encoder = CONFIGURATION.jwtEncoder(keys);
        return encoder.encode(JwtEncoderParameters.from(claims())).getTokenValue();
    }

    private static String keyOf(String token) {
        try {
            return SignedJWT.parse(token).getHeader().getKeyID();
        } catch (ParseException e) {
            throw new AssertionError(e);
        }
    }

    private JwtClaimsSet claims() {
        return JwtClaimsSet.builder()
                .issuer(Tokens.ISSUER)
                .audience(List.of(Tokens.API_AUDIENCE))
                .subject("client")
                .issuedAt(now)
                .expiresAt(now.plus(Duration.ofDays(365)))
                .build();
    }

    private boolean accepts(SigningKeys keys, String token) {
        JwtDecoder decoder = CONFIGURATION.apiTokenDecoder(keys, clock);
        try {
            Jwt jwt = decoder.decode(token);
            return "client".equals(jwt.getSubject());
        } catch (JwtException e) {
            return false;
        }
    }

    private final class MovingClock extends Clock {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
