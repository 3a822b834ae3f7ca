package io.xiaoer.security.internal;

import io.xiaoer.tenancy.Directory;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import io.xiaoer.tenants.ApiClient;
import io.xiaoer.tenants.ApiClient.Scope;
import io.xiaoer.tenants.ApiClients;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;

/** Shows the shops' API clients to the authorization server. */
@Component
class Clients implements RegisteredClientRepository {

    /** Name of the client setting that carries the tenant. */
    static final String TENANT = "tenant";

    private static final Duration TOKEN_LIFETIME = Duration.ofHours(1);

    private final Directory directory;
    private final ApiClients apiClients;

    Clients(Directory directory, ApiClients apiClients) {
        this.directory = directory;
        this.apiClients = apiClients;
    }

    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("API clients are made by their shop");
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        TenantId tenant = directory.findApiClient(clientId).orElse(null);
        if (tenant == null) {
            return null;
        }
        return TenantScope.call(tenant, () -> apiClients.find(clientId))
                .map(client -> registered(tenant, client))
                .orElse(null);
    }

    private static RegisteredClient registered(TenantId tenant, ApiClient client) {
        return RegisteredClient.withId(client.clientId())
                .clientId(client.clientId())
                .clientSecret(client.secretHash())
                .clientName(client.name())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scopes(scopes -> client.scopes().stream().map(Scope::key).forEach(scopes::add))
                .clientSettings(ClientSettings.builder()
                        .setting(TENANT, tenant.toString())
                        .build())
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(TOKEN_LIFETIME)
                        .build())
                .build();
    }
}
