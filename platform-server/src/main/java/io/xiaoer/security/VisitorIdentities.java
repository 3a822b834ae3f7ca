package io.xiaoer.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.xiaoer.bots.BotId;
import io.xiaoer.bots.WidgetSecrets;
import io.xiaoer.shared.Problem;
import io.xiaoer.shared.Problem.Code;
import io.xiaoer.shared.Texts;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Checks what a shop has signed about a shopper: a JWT under HS256 with the bot's widget secret. What does not pass is
 * refused with the reason; a shopper whose identity is wrong never becomes an anonymous one unnoticed.
 */
@Component
public class VisitorIdentities {

    /** The furthest that an identity's end may lie ahead. */
    public static final Duration LONGEST = Duration.ofHours(24);

    /** By how much a shop's clock may be ahead of ours. */
    static final Duration CLOCK_SKEW = Duration.ofSeconds(60);

    private static final int MAX_LENGTH = 8_000;
    private static final int MAX_ID = 128;
    private static final int MAX_NAME = 60;

    private final WidgetSecrets secrets;
    private final Clock clock;

    VisitorIdentities(WidgetSecrets secrets, Clock clock) {
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * The identity that a shop has signed for a bot of the bound shop.
     *
     * @throws Problem with {@link Code#UNAUTHORIZED}, saying what is wrong with it
     */
    public VisitorIdentity verify(BotId bot, String identity) {
        SignedJWT jwt = parse(identity);
        List<String> accepted = secrets.accepted(bot);
        if (accepted.isEmpty()) {
            throw refused("cannot be checked: the bot has no widget secret yet. Make one first");
        }
        if (accepted.stream().noneMatch(secret -> isSigned(jwt, secret))) {
            throw refused("has a wrong signature: it must be signed with this bot's widget secret");
        }
        try {
            return read(jwt.getJWTClaimsSet());
        } catch (ParseException e) {
            throw refused("has claims that are not what a JWT's must be: sub is a text; exp, iat and nbf are seconds");
        }
    }

    private static SignedJWT parse(String identity) {
        if (identity.length() > MAX_LENGTH) {
            throw refused("is longer than " + MAX_LENGTH + " characters");
        }
        SignedJWT jwt;
        try {
            jwt = SignedJWT.parse(identity);
        } catch (ParseException e) {
            throw refused("is not a signed JWT (HS256)");
        }
        if (!JWSAlgorithm.HS256.equals(jwt.getHeader().getAlgorithm())) {
            throw refused("is signed with another algorithm than HS256");
        }
        return jwt;
    }

    private static boolean isSigned(SignedJWT jwt, String secret) {
        try {
            return jwt.verify(new MACVerifier(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (JOSEException e) {
            return false;
        }
    }

    private VisitorIdentity read(JWTClaimsSet claims) throws ParseException {
        Instant now = clock.instant();
        Instant latest = now.plus(CLOCK_SKEW);
        Instant expiresAt = instant(claims.getExpirationTime());
        if (expiresAt == null) {
            throw refused("has no exp");
        }
        if (!expiresAt.isAfter(now)) {
            throw refused("has expired");
        }
        if (expiresAt.isAfter(latest.plus(LONGEST))) {
            throw refused("is too long-lived: exp may be at most " + LONGEST.toHours() + " hours ahead");
        }
        if (isAfter(claims.getNotBeforeTime(), latest)) {
            throw refused("is not valid yet (nbf)");
        }
        if (isAfter(claims.getIssueTime(), latest)) {
            throw refused("was issued in the future (iat)");
        }
        String customer = claims.getSubject();
        if (customer == null || customer.isBlank()) {
            throw refused("has no sub: it must be the customer's id");
        }
        if (customer.length() > MAX_ID
                || !customer.equals(customer.strip())
                || !Texts.isClean(customer)
                || customer.chars().anyMatch(Character::isISOControl)) {
            throw refused("has a sub that is no customer id: 1 to " + MAX_ID
                    + " characters, none of them for control, no space around it");
        }
        return new VisitorIdentity(
                customer,
                expiresAt,
                name(claims.getStringClaim("name")),
                registeredAt(claims.getClaim("registeredAt")));
    }

    private static @Nullable String name(@Nullable String name) {
        if (name == null || name.isBlank()) {
            return null;
        }
        if (name.length() > MAX_NAME || !Texts.isClean(name)) {
            throw refused("has a name longer than " + MAX_NAME + " characters or with control characters");
        }
        return name.strip();
    }

    private static @Nullable OffsetDateTime registeredAt(@Nullable Object claim) {
        try {
            return switch (claim) {
                case null -> null;
                case String text when text.isBlank() -> null;
                case String text -> OffsetDateTime.parse(text);
                case Number seconds ->
                    Instant.ofEpochSecond(seconds.longValue()).atOffset(ZoneOffset.UTC);
                default -> throw new DateTimeException("neither text nor number");
            };
        } catch (DateTimeException e) {
            throw refused("has a registeredAt that is no time such as 2026-01-31T08:00:00+08:00");
        }
    }

    private static boolean isAfter(@Nullable Date time, Instant latest) {
        Instant instant = instant(time);
        return instant != null && instant.isAfter(latest);
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : Instant.ofEpochMilli(date.getTime());
    }

    private static Problem refused(String reason) {
        return new Problem(Code.UNAUTHORIZED, "The identity " + reason + ".");
    }
}
