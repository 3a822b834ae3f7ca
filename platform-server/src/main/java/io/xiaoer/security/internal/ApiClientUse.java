package io.xiaoer.security.internal;

import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import io.xiaoer.tenants.ApiClients;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AccessTokenAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.stereotype.Component;

/** Notes when clients fetch tokens. A note that cannot be made keeps nobody from a token. */
@Component
class ApiClientUse {

    private static final Logger LOG = LoggerFactory.getLogger(ApiClientUse.class);

    private final ApiClients clients;

    ApiClientUse(ApiClients clients) {
        this.clients = clients;
    }

    @EventListener
    void tokenIssued(AuthenticationSuccessEvent event) {
        if (event.getAuthentication() instanceof OAuth2AccessTokenAuthenticationToken token) {
            RegisteredClient client = token.getRegisteredClient();
            ApiClientRegistrations.tenant(client).ifPresent(tenant -> note(tenant, client));
        }
    }

    private void note(TenantId tenant, RegisteredClient client) {
        boolean old = ApiClientRegistrations.cameWithOldSecret(client);
        try {
            TenantScope.run(tenant, () -> clients.used(client.getClientId(), old));
        } catch (RuntimeException e) {
            LOG.warn("The use of an API client could not be noted", e);
        }
    }
}
