package io.xiaoer.security;

import io.xiaoer.bots.BotId;
import io.xiaoer.tenancy.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.stereotype.Component;

/** Makes the tokens with which a shopper's browser calls the widget's paths, and nothing else. */
@Component
public class WidgetTokens {

    /** Who issues all of Xiaoer's tokens. */
    public static final String ISSUER = "xiaoer";

    /** What keeps a widget token from being taken for an API token, and the other way round. */
    public static final String AUDIENCE = "xiaoer-widget";

    /** How long a token is good: about a day's visit. */
    public static final Duration LIFETIME = Duration.ofHours(12);

    static final String BOT = "bot";
    static final String NAME = "name";
    static final String REGISTERED_AT = "registeredAt";
    private static final String TENANT = "tenant";
    private static final String KEY = "key";

    private final JwtEncoder encoder;
    private final Clock clock;

    WidgetTokens(JwtEncoder encoder, Clock clock) {
        this.encoder = encoder;
        this.clock = clock;
    }

    /**
     * For whom the shop does not vouch.
     *
     * @param shopper reference of the shopper, for example {@code visitor:<id>}
     */
    public String issue(TenantId tenant, BotId bot, String widgetKey, String shopper) {
        return encode(claims(tenant, bot, widgetKey, shopper, clock.instant().plus(LIFETIME)));
    }

    /**
     * For whom the shop vouches, and for no longer than it does.
     *
     * @param shopper reference of the shopper, for example {@code customer:<id>}
     */
    public String issue(TenantId tenant, BotId bot, String widgetKey, String shopper, VisitorIdentity identity) {
        Instant latest = clock.instant().plus(LIFETIME);
        Instant end = identity.expiresAt().isBefore(latest) ? identity.expiresAt() : latest;
        JwtClaimsSet.Builder claims = claims(tenant, bot, widgetKey, shopper, end);
        if (identity.name() != null) {
            claims.claim(NAME, identity.name());
        }
        if (identity.registeredAt() != null) {
            claims.claim(REGISTERED_AT, identity.registeredAt().toString());
        }
        return encode(claims);
    }

    private JwtClaimsSet.Builder claims(TenantId tenant, BotId bot, String widgetKey, String shopper, Instant end) {
        return JwtClaimsSet.builder()
                .issuer(ISSUER)
                .audience(List.of(AUDIENCE))
                .subject(shopper)
                .issuedAt(clock.instant())
                .expiresAt(end)
                .claim(TENANT, tenant.toString())
                .claim(BOT, bot.toString())
                .claim(KEY, widgetKey);
    }

    private String encode(JwtClaimsSet.Builder claims) {
        JwsHeader header = JwsHeader.with(SignatureAlgorithm.RS256).build();
        return encoder.encode(JwtEncoderParameters.from(header, claims.build())).getTokenValue();
    }
}
