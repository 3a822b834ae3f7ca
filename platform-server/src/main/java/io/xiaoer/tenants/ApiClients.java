package io.xiaoer.tenants;

import io.xiaoer.shared.Ids;
import io.xiaoer.tenancy.Directory;
import io.xiaoer.tenancy.OpenToAll;
import io.xiaoer.tenancy.Permission;
import io.xiaoer.tenancy.Requires;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import io.xiaoer.tenants.ApiClient.Scope;
import io.xiaoer.tenants.internal.ApiClientRows;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The programs of the bound shop that call the API. */
@Service
@Requires(Permission.ADMINISTER)
public class ApiClients {

    /** Random bytes in a secret: beyond guessing, so a fast hash would do; the encoder's is used all the same. */
    private static final int SECRET_BYTES = 32;

    private final ApiClientRows rows;
    private final Directory directory;
    private final PasswordEncoder encoder;
    private final Clock clock;

    ApiClients(ApiClientRows rows, Directory directory, PasswordEncoder encoder, Clock clock) {
        this.rows = rows;
        this.directory = directory;
        this.encoder = encoder;
        this.clock = clock;
    }

    /** Makes a client; its secret is in the result and nowhere else. */
    @Transactional
    public NewApiClient create(String name, Set<Scope> scopes) {
        TenantId tenant = TenantScope.required();
        String secret = Ids.secret(SECRET_BYTES);
        String clientId = "c_" + Ids.secret(15);
        directory.registerApiClient(clientId, tenant);
        rows.insert(tenant, new ApiClient(clientId, name, encoder.encode(secret), scopes), OffsetDateTime.now(clock));
        return new NewApiClient(clientId, secret);
    }

    @Transactional(readOnly = true)
    @OpenToAll("the token endpoint asks before anybody is known")
    public Optional<ApiClient> find(String clientId) {
        return rows.find(TenantScope.required(), clientId);
    }
}
