package io.xiaoer.onboarding.internal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.xiaoer.shopdata.Customer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Date;

/** Signs who a demo shopper is, as a shop's own server does. */
final class DemoIdentity {

    private static final Duration GOOD_FOR = Duration.ofHours(23);

    private DemoIdentity() {}

    static String sign(String widgetSecret, Customer customer, Instant now) {
        OffsetDateTime registeredAt = customer.registeredAt();
        var claims = new JWTClaimsSet.Builder()
                .subject(customer.id())
                .claim("name", customer.name())
                .claim("registeredAt", registeredAt == null ? null : registeredAt.toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(GOOD_FOR)))
                .build();
        var identity = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        try {
            identity.sign(new MACSigner(widgetSecret.getBytes(StandardCharsets.UTF_8)));
        } catch (JOSEException e) {
            throw new IllegalStateException("a widget secret is long enough for HS256", e);
        }
        return identity.serialize();
    }
}
