package io.xiaoer.tenants;

import org.jspecify.annotations.Nullable;

/**
 * What a client proves itself with.
 *
 * @param secretHash as the password encoder made it
 * @param oldSecretHash of the secret before, while that one still works
 */
public record ClientCredentials(
        ApiClient client, String secretHash, @Nullable String oldSecretHash) {

    @Override
    public String toString() {
        return "ClientCredentials[" + client.clientId() + "]";
    }
}
