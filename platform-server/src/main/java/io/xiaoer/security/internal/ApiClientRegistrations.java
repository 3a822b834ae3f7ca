package io.xiaoer.security.internal;

import io.xiaoer.security.internal.Operators.OpsClient;
import io.xiaoer.tenancy.Directory;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import io.xiaoer.tenants.ApiClient;
import io.xiaoer.tenants.ApiClient.Scope;
import io.xiaoer.tenants.ApiClients;
import io.xiaoer.tenants.ClientCredentials;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.OAuth2TokenFormat;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/**
 * The shops' API clients with one of their secrets, and the vendor's, in the authorization server's eyes. They are made
 * elsewhere.
 */
final class ApiClientRegistrations implements RegisteredClientRepository {

    /** The client setting that names the client's tenant. */
    private static final String TENANT_SETTING = "xiaoer.tenant";

    /** The client setting that says which secret the client came with. */
    private static final String SECRET_SETTING = "xiaoer.secret";

    private static final Duration TOKEN_LIFETIME = Duration.ofHours(1);

    private final Directory directory;
    private final ApiClients clients;
    private final Operators operators;
    private final Secret secret;

    /** Which of a client's secrets. */
    enum Secret {
        CURRENT,
        /** The one that was replaced, while it still works; the vendor's clients have none. */
        OLD
    }

    ApiClientRegistrations(Directory directory, ApiClients clients, Operators operators, Secret secret) {
        this.directory = directory;
        this.clients = clients;
        this.operators = operators;
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
        Optional<RegisteredClient> shops = directory
                .findApiClient(clientId)
                .flatMap(tenant -> TenantScope.call(tenant, () -> clients.find(clientId))
                        .map(credentials -> registration(tenant, credentials)));
        return shops.isPresent() || secret == Secret.OLD
                ? shops.orElse(null)
                : operators
                        .findClient(clientId)
                        .map(ApiClientRegistrations::registration)
                        .orElse(null);
    }

    /** The tenant that a client found here belongs to; empty for the vendor's own. */
    static Optional<TenantId> tenant(RegisteredClient client) {
        String tenant = client.getClientSettings().getSetting(TENANT_SETTING);
        return Optional.ofNullable(tenant).map(id -> new TenantId(UUID.fromString(id)));
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
        return registration(client.clientId(), hash)
                .clientName(client.name())
                .scopes(scopes -> client.scopes().stream().map(Scope::key).forEach(scopes::add))
                .clientSettings(ClientSettings.builder()
                        .setting(TENANT_SETTING, tenant.toString())
                        .setting(SECRET_SETTING, secret)
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
