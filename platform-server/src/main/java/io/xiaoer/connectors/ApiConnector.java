package io.xiaoer.connectors;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * How the bound shop's own system is connected.
 *
 * @param endpoint names the shop in the address of its webhooks; null as long as it has no secret
 * @param lookupUrl whom to ask about a shopper
 * @param enabled whether look-ups are made
 * @param secret null as long as none was made
 * @param version 0 as long as nothing was set
 */
public record ApiConnector(
        @Nullable String endpoint,
        @Nullable String lookupUrl,
        boolean enabled,
        @Nullable Secret secret,
        int version) {

    /**
     * What there is to know of the secret without it.
     *
     * @param oldValidUntil until when one that it replaced is still good; null if none is
     */
    public record Secret(OffsetDateTime createdAt, @Nullable OffsetDateTime oldValidUntil) {}

    /** Whether the shop has set up that it is asked, or that it tells us. */
    public boolean isConfigured() {
        return secret != null || (enabled && lookupUrl != null);
    }

    static final ApiConnector NONE = new ApiConnector(null, null, false, null, 0);
}
