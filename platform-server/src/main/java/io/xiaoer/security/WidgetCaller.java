package io.xiaoer.security;

import io.xiaoer.bots.BotId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Who calls through a widget, as its token says.
 *
 * @param shopper as the conversations module wrote it into the token
 */
public record WidgetCaller(BotId bot, String shopper) {

    /**
     * The caller of the current request.
     *
     * @throws IllegalStateException outside a request with a widget token
     */
    public static WidgetCaller current() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null
                || !(authentication.getPrincipal() instanceof Jwt token)
                || !(token.getAudience() instanceof List<String> audience)
                || !audience.contains(WidgetTokens.AUDIENCE)) {
            throw new IllegalStateException("No widget calls here");
        }
        return new WidgetCaller(
                new BotId(UUID.fromString(token.getClaimAsString("bot"))), Objects.requireNonNull(token.getSubject()));
    }
}
