package io.xiaoer.security.internal;

import io.xiaoer.tenancy.Directory;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import io.xiaoer.tenants.ApiClient;
import io.xiaoer.tenants.ApiClient.Scope;
import io.xiaoer.tenants.ApiClients;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.OAuth2TokenFormat;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;

/** The shops' API clients in the authorization server's eyes. They are made elsewhere. */
@Component
class ApiClientRegistrations implements RegisteredClientRepository {

    /** The client setting that names the client's tenant. */
    private static final String TENANT_SETTING = "xiaoer.tenant";

    private static final Duration TOKEN_LIFETIME = Duration.ofHours(1);

    private final Directory directory;
    private final ApiClients clients;

    ApiClientRegistrations(Directory directory, ApiClients clients) {
        this.directory = directory;
        this.clients = clients;
    }

    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("API clients are made in their shop");
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        return directory
                .findApiClient(clientId)
                .flatMap(tenant -> TenantScope.call(tenant, () -> clients.find(clientId))
                        .map(client -> registration(tenant, client)))
                .orElse(null);
    }

    /** The tenant that a client found here belongs to. */
    static String tenant(RegisteredClient client) {
        String tenant = client.getClientSettings().getSetting(TENANT_SETTING);
        return Objects.requireNonNull(tenant, "every client found here has its tenant");
    }

    private static RegisteredClient registration(TenantId tenant, ApiClient client) {
        return RegisteredClient.withId(client.clientId())
                .clientId(client.clientId())
                .clientName(client.name())
                .clientSecret(client.secretHash())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scopes(scopes -> client.scopes().stream().map(Scope::key).forEach(scopes::add))
                .clientSettings(ClientSettings.builder()
                        .setting(TENANT_SETTING, tenant.toString())
                        .build())
                .tokenSettings(TokenSettings.builder()
                        .accessTokenFormat(OAuth2TokenFormat.SELF_CONTAINED)
                        .accessTokenTimeToLive(TOKEN_LIFETIME)
                        .build())
                .build();
    }
}
