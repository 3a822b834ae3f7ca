package io.xiaoer.security;

import io.xiaoer.bots.BotId;
import io.xiaoer.shared.Ids;
import io.xiaoer.shared.Problem;
import io.xiaoer.shared.Problem.Code;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/**
 * The shopper on whose behalf a widget calls, as the token says.
 *
 * @param shopper reference of the shopper, for example {@code visitor:<id>}
 * @param name what the shop calls them; null if it has not said
 * @param registeredAt since when the shop knows them; null if it has not said
 */
public record WidgetCaller(
        BotId bot,
        String shopper,
        @Nullable String name,
        @Nullable OffsetDateTime registeredAt) {

    /** Request attribute: the {@link BotId} of the bot that the widget key in the path opens. */
    public static final String OPENED_BOT = "io.xiaoer.widget-bot";

    /**
     * Who calls on the current thread. Code that changes threads asks before it does.
     *
     * @throws Problem with {@link Code#UNAUTHORIZED} if no widget token came with the request
     */
    public static WidgetCaller current() {
        return of(SecurityContextHolder.getContext().getAuthentication())
                .orElseThrow(() -> new Problem(Code.UNAUTHORIZED, "A widget session's token is required."));
    }

    /** The caller that {@code authentication} stands for; empty if it is not a widget's. */
    public static Optional<WidgetCaller> of(@Nullable Authentication authentication) {
        if (!(authentication instanceof JwtAuthenticationToken token)) {
            return Optional.empty();
        }
        Jwt jwt = token.getToken();
        String bot = jwt.getClaimAsString(WidgetTokens.BOT);
        String shopper = jwt.getSubject();
        List<String> audience = jwt.getAudience();
        if (audience == null || !audience.contains(WidgetTokens.AUDIENCE) || bot == null || shopper == null) {
            return Optional.empty();
        }
        String registeredAt = jwt.getClaimAsString(WidgetTokens.REGISTERED_AT);
        return Ids.parse(bot)
                .map(id -> new WidgetCaller(
                        new BotId(id),
                        shopper,
                        jwt.getClaimAsString(WidgetTokens.NAME),
                        registeredAt == null ? null : OffsetDateTime.parse(registeredAt)));
    }
}
