package io.xiaoer.security.internal;

import io.xiaoer.security.internal.Operators.OpsClient;
import io.xiaoer.tenancy.Directory;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import io.xiaoer.tenants.ApiClient;
import io.xiaoer.tenants.ApiClient.Scope;
import io.xiaoer.tenants.ApiClients;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.OAuth2TokenFormat;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;

/** The shops' API clients, and the vendor's, in the authorization server's eyes. They are made elsewhere. */
@Component
class ApiClientRegistrations implements RegisteredClientRepository {

    /** The client setting that names the client's tenant. */
    private static final String TENANT_SETTING = "xiaoer.tenant";

    private static final Duration TOKEN_LIFETIME = Duration.ofHours(1);

    private final Directory directory;
    private final ApiClients clients;
    private final Operators operators;

    ApiClientRegistrations(Directory directory, ApiClients clients, Operators operators) {
        this.directory = directory;
        this.clients = clients;
        this.operators = operators;
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
                .or(() -> operators.findClient(clientId).map(ApiClientRegistrations::registration))
                .orElse(null);
    }

    /** The tenant that a client found here belongs to; empty for the vendor's own. */
    static Optional<String> tenant(RegisteredClient client) {
        return Optional.ofNullable(client.getClientSettings().getSetting(TENANT_SETTING));
    }

    private static RegisteredClient registration(TenantId tenant, ApiClient client) {
        return registration(client.clientId(), client.secretHash())
                .clientName(client.name())
                .scopes(scopes -> client.scopes().stream().map(Scope::key).forEach(scopes::add))
                .clientSettings(ClientSettings.builder()
                        .setting(TENANT_SETTING, tenant.toString())
                        .build())
                .build();
    }

    private static RegisteredClient registration(OpsClient client) {
        return registration(client.clientId(), client.secretHash())
                .scope(client.scope())
                .build();
    }

    private static RegisteredClient.Builder registration(String clientId, String secretHash) {
        return RegisteredClient.withId(clientId)
                .clientId(clientId)
                .clientSecret(secretHash)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .tokenSettings(TokenSettings.builder()
                        .accessTokenFormat(OAuth2TokenFormat.SELF_CONTAINED)
                        .accessTokenTimeToLive(TOKEN_LIFETIME)
                        .build());
    }
}
