package io.xiaoer.security.internal;

import io.xiaoer.tenancy.Directory;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import io.xiaoer.tenants.ApiClient;
import io.xiaoer.tenants.ApiClient.Scope;
import io.xiaoer.tenants.ApiClients;
import io.xiaoer.tenants.ClientCredentials;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.OAuth2TokenFormat;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** The shops' API clients in the authorization server's eyes, with one of their secrets. They are made elsewhere. */
final class ApiClientRegistrations implements RegisteredClientRepository {

    /** The client setting that names the client's tenant. */
    private static final String TENANT_SETTING = "xiaoer.tenant";

    /** The client setting that says which secret the client came with. */
    private static final String SECRET_SETTING = "xiaoer.secret";

    private static final Duration TOKEN_LIFETIME = Duration.ofHours(1);

    private final Directory directory;
    private final ApiClients clients;
    private final Secret secret;

    /** Which of a client's secrets. */
    enum Secret {
        CURRENT,
        /** The one that was replaced, while it still works. */
        OLD
    }

    ApiClientRegistrations(Directory directory, ApiClients clients, Secret secret) {
        this.directory = directory;
        this.clients = clients;
        this.secret = secret;
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
                        .map(credentials -> registration(tenant, credentials)))
                .orElse(null);
    }

    /** The tenant that a client found here belongs to. */
    static TenantId tenant(RegisteredClient client) {
        String tenant = client.getClientSettings().getSetting(TENANT_SETTING);
        return new TenantId(UUID.fromString(Objects.requireNonNull(tenant, "every client found here has its tenant")));
    }

    static boolean cameWithOldSecret(RegisteredClient client) {
        return Secret.OLD.equals(client.getClientSettings().getSetting(SECRET_SETTING));
    }

    private @Nullable RegisteredClient registration(TenantId tenant, ClientCredentials credentials) {
        String hash = secret == Secret.OLD ? credentials.oldSecretHash() : credentials.secretHash();
        if (hash == null) {
            return null;
        }
        ApiClient client = credentials.client();
        return RegisteredClient.withId(client.clientId())
                .clientId(client.clientId())
                .clientName(client.name())
                .clientSecret(hash)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scopes(scopes -> client.scopes().stream().map(Scope::key).forEach(scopes::add))
                .clientSettings(ClientSettings.builder()
                        .setting(TENANT_SETTING, tenant.toString())
                        .setting(SECRET_SETTING, secret)
                        .build())
                .tokenSettings(TokenSettings.builder()
                        .accessTokenFormat(OAuth2TokenFormat.SELF_CONTAINED)
                        .accessTokenTimeToLive(TOKEN_LIFETIME)
                        .build())
                .build();
    }
}
