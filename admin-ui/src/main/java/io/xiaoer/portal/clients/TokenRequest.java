package io.xiaoer.portal.clients;

import io.xiaoer.tenants.NewApiClient;

/** How a program fetches its first token. */
final class TokenRequest {

    private TokenRequest() {}

    /** @param platform the platform's address, without a slash at its end */
    static String curl(String platform, NewApiClient client) {
        return """
                curl -u '%s:%s' \\
                  -d grant_type=client_credentials \\
                  %s/oauth2/token""".formatted(client.clientId(), client.clientSecret(), platform);
    }
}
