package io.xiaoer.security.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;

/** How tokens are made and read, apart from the chains so that other modules' beans can have an encoder early. */
@Configuration(proxyBeanMethods = false)
class TokenConfiguration {

    /** What the clocks of two nodes may differ. */
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(10);

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    @Bean
    JwtEncoder jwtEncoder(SigningKeys keys) {
        NimbusJwtEncoder encoder = new NimbusJwtEncoder(keys);
        encoder.setJwkSelector(keys::signing);
        return encoder;
    }

    @Bean
    JwtDecoder apiTokenDecoder(SigningKeys keys, Clock clock) {
        return decoder(keys, clock, Tokens.API_AUDIENCE);
    }

    @Bean
    JwtDecoder widgetTokenDecoder(SigningKeys keys, Clock clock) {
        return decoder(keys, clock, Tokens.WIDGET_AUDIENCE);
    }

    @Bean
    AuthorizationServerSettings authorizationServerSettings() {
        // no issuer here: it would have to be a URL; ours is set in the token
        return AuthorizationServerSettings.builder().build();
    }

    @Bean
    JwtGenerator apiTokenGenerator(JwtEncoder encoder, Clock clock) {
        JwtGenerator generator = new JwtGenerator(encoder);
        generator.setClock(clock);
        generator.setJwtCustomizer(context -> {
            context.getClaims().issuer(Tokens.ISSUER).audience(List.of(Tokens.API_AUDIENCE));
            ApiClientRegistrations.tenant(context.getRegisteredClient())
                    .ifPresent(tenant -> context.getClaims().claim(Tokens.TENANT, tenant.toString()));
        });
        return generator;
    }

    private static JwtDecoder decoder(SigningKeys keys, Clock clock, String audience) {
        JwtTimestampValidator times = new JwtTimestampValidator(CLOCK_SKEW);
        times.setClock(clock);
        times.setAllowEmptyExpiryClaim(false);
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(keys)
                .jwsAlgorithm(SignatureAlgorithm.RS256)
                .build();
        return new RememberingDecoder(
                decoder,
                new DelegatingOAuth2TokenValidator<>(
                        List.of(times, new JwtIssuerValidator(Tokens.ISSUER), new JwtAudienceValidator(audience))));
    }
}
