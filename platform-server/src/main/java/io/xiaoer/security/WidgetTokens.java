package io.xiaoer.security;

import io.xiaoer.bots.BotId;
import io.xiaoer.tenancy.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.stereotype.Service;

/** Tokens for browsers: they open one bot's widget to one shopper and nothing else. */
@Service
public class WidgetTokens {

    /** Keeps these tokens apart from the API's. */
    public static final String AUDIENCE = "xiaoer-widget";

    private static final Duration LIFETIME = Duration.ofHours(12);

    private final JwtEncoder encoder;
    private final Clock clock;

    WidgetTokens(JwtEncoder encoder, Clock clock) {
        this.encoder = encoder;
        this.clock = clock;
    }

    /** @param shopper who the bearer is, as the conversations module writes it */
    public String issue(TenantId tenant, BotId bot, String widgetKey, String shopper) {
        Instant now = clock.instant();
        JwtClaimsSet claims = JwtClaimsSet.builder()
                .audience(List.of(AUDIENCE))
                .subject(shopper)
                .issuedAt(now)
                .expiresAt(now.plus(LIFETIME))
                .claim("tenant", tenant.toString())
                .claim("bot", bot.toString())
                .claim("key", widgetKey)
                .build();
        return encoder.encode(JwtEncoderParameters.from(claims)).getTokenValue();
    }
}
