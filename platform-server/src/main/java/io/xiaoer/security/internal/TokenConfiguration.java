package io.xiaoer.security.internal;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.xiaoer.security.WidgetTokens;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/** How tokens are made and read. */
@Configuration(proxyBeanMethods = false)
class TokenConfiguration {

    static final String API_AUDIENCE = "xiaoer-api";

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    @Bean
    JwtEncoder jwtEncoder(SigningKeys keys) {
        NimbusJwtEncoder encoder = new NimbusJwtEncoder(keys);
        // the keys come with the one that signs now first
        encoder.setJwkSelector(List::getFirst);
        return encoder;
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> apiTokenClaims() {
        return context -> context.getClaims()
                .audience(List.of(API_AUDIENCE))
                .claim(
                        "tenant",
                        Objects.requireNonNull(context.getRegisteredClient()
                                .getClientSettings()
                                .<String>getSetting(Clients.TENANT)));
    }

    @Bean
    JwtDecoder apiTokenDecoder(SigningKeys keys, Clock clock) {
        return decoder(keys, clock, API_AUDIENCE);
    }

    static JwtDecoder widgetTokenDecoder(SigningKeys keys, Clock clock) {
        return decoder(keys, clock, WidgetTokens.AUDIENCE);
    }

    private static JwtDecoder decoder(SigningKeys keys, Clock clock, String audience) {
        var processor = new DefaultJWTProcessor<com.nimbusds.jose.proc.SecurityContext>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys));
        // expiry is judged below, by the one clock
        processor.setJWTClaimsSetVerifier((claims, context) -> {});
        NimbusJwtDecoder decoder = new NimbusJwtDecoder(processor);
        JwtTimestampValidator timestamps = new JwtTimestampValidator(Duration.ofSeconds(5));
        timestamps.setClock(clock);
        OAuth2TokenValidator<Jwt> rightAudience = new JwtClaimValidator<List<String>>(
                JwtClaimNames.AUD, found -> found != null && found.contains(audience));
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(timestamps, rightAudience));
        return decoder;
    }
}
