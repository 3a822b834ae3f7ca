package io.xiaoer.tenants;

import java.util.Set;

/**
 * A program of a shop that calls the API.
 *
 * @param secretHash as the password encoder made it
 */
public record ApiClient(String clientId, String name, String secretHash, Set<Scope> scopes) {

    /** What a token may be used for. */
    public enum Scope {
        MANAGE,
        SYNC,
        CHAT;

        /** As it stands in tokens. */
        public String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public ApiClient {
        scopes = Set.copyOf(scopes);
    }

    @Override
    public String toString() {
        return "ApiClient[" + clientId + "]";
    }
}
