package io.xiaoer.security.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.source.ImmutableSecret;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

class RememberingDecoderTest {

    private static final Instant NOW = Instant.parse("2026-11-26T08:00:00Z");
    private static final SecretKeySpec KEY =
            new SecretKeySpec("a key of the tests, of 32 bytes!".getBytes(StandardCharsets.UTF_8), "HmacSHA256");

    private final JwtTimestampValidator times = new JwtTimestampValidator(Duration.ZERO);
    private final RememberingDecoder decoder = new RememberingDecoder(
            NimbusJwtDecoder.withSecretKey(KEY).macAlgorithm(MacAlgorithm.HS256).build(),
            (OAuth2TokenValidator<Jwt>) times::validate);

    @Test
    void endsATokenItKnowsWhenItEnds() {
        String token = token(NOW.plusSeconds(60));
        at(NOW);
        Jwt first = decoder.decode(token);
        assertThat(decoder.decode(token)).isSameAs(first);
        at(NOW.plusSeconds(61));
        assertThatThrownBy(() -> decoder.decode(token)).isInstanceOf(JwtValidationException.class);
    }

    @Test
    void remembersNoTokenThatIsRefused() {
        at(NOW);
        String token = token(NOW.plusSeconds(60));
        String forged = token.substring(0, token.length() - 4) + "AAAA";
        assertThatThrownBy(() -> decoder.decode(forged)).isInstanceOf(JwtException.class);
        assertThatThrownBy(() -> decoder.decode(forged)).isInstanceOf(JwtException.class);
        assertThat(decoder.decode(token).getSubject()).isEqualTo("shop");
    }

    private void at(Instant now) {
        times.setClock(Clock.fixed(now, ZoneOffset.UTC));
    }

    private static String token(Instant end) {
        return new NimbusJwtEncoder(new ImmutableSecret<>(KEY))
                .encode(JwtEncoderParameters.from(
                        JwsHeader.with(MacAlgorithm.HS256).build(),
                        JwtClaimsSet.builder()
                                .subject("shop")
                                .issuedAt(NOW)
                                .expiresAt(end)
                                .build()))
                .getTokenValue();
    }
}
