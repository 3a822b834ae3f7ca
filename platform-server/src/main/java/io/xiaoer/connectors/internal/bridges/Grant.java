package io.xiaoer.connectors.internal.bridges;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What lets us in. It is kept sealed, never shown and never logged.
 *
 * @param account the shop as the platform names it in pushes
 * @param accountName as people name it; null if the platform does not say
 * @param accessUntil when the access token ends; a far day if it does not
 * @param refreshToken null if the next grant is had without one
 * @param more what else the bridge needs, such as keys of the shop's own app
 */
public record Grant(
        String account,
        @Nullable String accountName,
        String accessToken,
        Instant accessUntil,
        @Nullable String refreshToken,
        Map<String, String> more) {

    public Grant {
        more = Map.copyOf(more);
    }

    /** Nothing that lets anybody in. */
    @Override
    public String toString() {
        return "Grant[account=" + account + ", accessUntil=" + accessUntil + "]";
    }
}
