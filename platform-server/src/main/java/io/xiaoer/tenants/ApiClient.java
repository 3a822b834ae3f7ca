package io.xiaoer.tenants;

import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A program of a shop that calls the API.
 *
 * @param rotatedAt when it got the secret it has now; null for its first
 * @param lastUsedAt when a token was last fetched with the secret it has now, to the minute; null for never
 * @param oldSecret the secret before, while it still works
 */
public record ApiClient(
        String clientId,
        String name,
        Set<Scope> scopes,
        OffsetDateTime createdAt,
        @Nullable OffsetDateTime rotatedAt,
        @Nullable OffsetDateTime lastUsedAt,
        @Nullable OldSecret oldSecret) {

    /** What a token may be used for. */
    public enum Scope {
        MANAGE,
        SYNC,
        CHAT;

        /** As it stands in tokens. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A secret that was replaced and is still accepted.
     *
     * @param lastUsedAt when a token was last fetched with it since then, to the minute; null for never
     */
    public record OldSecret(
            OffsetDateTime validUntil, @Nullable OffsetDateTime lastUsedAt) {}

    public ApiClient {
        scopes = Set.copyOf(scopes);
    }
}
