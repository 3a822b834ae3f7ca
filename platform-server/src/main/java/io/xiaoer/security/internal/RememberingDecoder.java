package io.xiaoer.security.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * Checks a token's signature once a minute instead of once a request: shoppers and shops' systems come with the same token again and
 * again. Whether it is still valid is looked at each time. A signing key that is withdrawn is trusted for that minute.
 */
final class RememberingDecoder implements JwtDecoder {

    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final int MOST = 4_000;

    private final NimbusJwtDecoder decoder;
    private final OAuth2TokenValidator<Jwt> validator;
    private final Cache<String, Jwt> known =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();

    RememberingDecoder(NimbusJwtDecoder decoder, OAuth2TokenValidator<Jwt> validator) {
        this.decoder = decoder;
        this.validator = validator;
        decoder.setJwtValidator(validator);
    }

    @Override
    public Jwt decode(String token) throws JwtException {
        Jwt lately = known.getIfPresent(token);
        if (lately == null) {
            Jwt decoded = decoder.decode(token);
            known.put(token, decoded);
            return decoded;
        }
        OAuth2TokenValidatorResult result = validator.validate(lately);
        if (result.hasErrors()) {
            throw new JwtValidationException(
                    "The token is no longer valid: "
                            + result.getErrors().iterator().next().getDescription(),
                    result.getErrors());
        }
        return lately;
    }
}
