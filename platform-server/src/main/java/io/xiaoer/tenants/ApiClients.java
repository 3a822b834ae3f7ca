package io.xiaoer.tenants;

import io.xiaoer.shared.Audited;
import io.xiaoer.shared.FieldErrors;
import io.xiaoer.shared.Ids;
import io.xiaoer.shared.Problem;
import io.xiaoer.shared.Problem.Code;
import io.xiaoer.tenancy.Directory;
import io.xiaoer.tenancy.OpenToAll;
import io.xiaoer.tenancy.Permission;
import io.xiaoer.tenancy.Requires;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import io.xiaoer.tenants.ApiClient.Scope;
import io.xiaoer.tenants.internal.ApiClientRows;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The programs of the bound shop that call the API. */
@Service
@Requires(Permission.ADMINISTER)
public class ApiClients {

    /** A shop's programs are few; more is a mistake of a script. */
    public static final int MAX_CLIENTS = 20;

    public static final int MAX_NAME = 60;

    /** The longest time for which a replaced secret may go on working. */
    public static final Duration MAX_OVERLAP = Duration.ofDays(30);

    /** Random bytes in a secret: beyond guessing, so a fast hash would do; the encoder's is used all the same. */
    private static final int SECRET_BYTES = 32;

    private final ApiClientRows rows;
    private final Directory directory;
    private final PasswordEncoder encoder;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ApiClients(
            ApiClientRows rows,
            Directory directory,
            PasswordEncoder encoder,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.directory = directory;
        this.encoder = encoder;
        this.events = events;
        this.clock = clock;
    }

    /** Oldest first. */
    @Transactional(readOnly = true)
    public List<ApiClient> list() {
        return rows.list(TenantScope.required(), now());
    }

    /**
     * Makes a client; its secret is in the result and nowhere else.
     *
     * @throws Problem with {@link Code#INVALID_INPUT}, or with {@link Code#QUOTA_EXCEEDED} at {@link #MAX_CLIENTS}
     */
    @Transactional
    public NewApiClient create(String name, Set<Scope> scopes) {
        new FieldErrors()
                .text("name", name, MAX_NAME)
                .rejectIf(scopes.isEmpty(), "scopes", "must not be empty")
                .throwIfAny();
        if (list().size() >= MAX_CLIENTS) {
            throw new Problem(
                    Code.QUOTA_EXCEEDED, "The shop has " + MAX_CLIENTS + " API clients. Remove one it does not need.");
        }
        TenantId tenant = TenantScope.required();
        NewApiClient fresh = new NewApiClient("c_" + Ids.secret(15), Ids.secret(SECRET_BYTES));
        directory.registerApiClient(fresh.clientId(), tenant);
        rows.insert(tenant, fresh.clientId(), name.strip(), encoder.encode(fresh.clientSecret()), scopes, now());
        events.publishEvent(
                new Audited("client.created", fresh.clientId(), null, Map.of("name", name.strip(), "scopes", scopes)));
        return fresh;
    }

    /**
     * Gives a client a new secret; the one it had goes on working for {@code overlap}, and one before that ends at once.
     *
     * @param seen when the secret was last replaced, as the caller saw it
     * @param overlap zero to end the old secret at once; at most {@link #MAX_OVERLAP}
     * @throws Problem with {@link Code#VERSION_CONFLICT} if someone else has replaced it meanwhile
     */
    @Transactional
    public NewApiClient rotate(String clientId, @Nullable OffsetDateTime seen, Duration overlap) {
        new FieldErrors()
                .rejectIf(
                        overlap.isNegative() || overlap.compareTo(MAX_OVERLAP) > 0,
                        "overlap",
                        "must be between 0 and " + MAX_OVERLAP.toDays() + " days")
                .throwIfAny();
        TenantId tenant = TenantScope.required();
        required(clientId);
        NewApiClient fresh = new NewApiClient(clientId, Ids.secret(SECRET_BYTES));
        OffsetDateTime now = now();
        OffsetDateTime oldValidUntil = overlap.isZero() ? null : now.plus(overlap);
        if (!rows.rotate(tenant, clientId, seen, encoder.encode(fresh.clientSecret()), oldValidUntil, now)) {
            throw Problem.versionConflict();
        }
        events.publishEvent(new Audited(
                "client.rotated",
                clientId,
                null,
                oldValidUntil == null ? null : Map.of("oldSecretValidUntil", oldValidUntil)));
        return fresh;
    }

    /** Ends the secret that was replaced, if it still works. */
    @Transactional
    public void endOldSecret(String clientId) {
        ApiClient client = required(clientId).client();
        if (client.oldSecret() != null) {
            rows.endOldSecret(TenantScope.required(), clientId);
            events.publishEvent(new Audited(
                    "client.old-secret-ended",
                    clientId,
                    Map.of("oldSecretValidUntil", client.oldSecret().validUntil()),
                    null));
        }
    }

    /** Tokens it has fetched work until they expire; it gets no more. */
    @Transactional
    public void remove(String clientId) {
        TenantId tenant = TenantScope.required();
        ApiClient client = required(clientId).client();
        rows.delete(tenant, clientId);
        directory.forgetApiClient(clientId, tenant);
        events.publishEvent(new Audited(
                "client.removed", clientId, Map.of("name", client.name(), "scopes", client.scopes()), null));
    }

    @Transactional(readOnly = true)
    @OpenToAll("the token endpoint asks before anybody is known")
    public Optional<ClientCredentials> find(String clientId) {
        return rows.find(TenantScope.required(), clientId, now());
    }

    /**
     * Notes that a token was fetched.
     *
     * @param withOldSecret whether it was with the secret that was replaced
     */
    @Transactional
    @OpenToAll("the token endpoint notes it for the client itself")
    public void used(String clientId, boolean withOldSecret) {
        OffsetDateTime now = now();
        rows.used(TenantScope.required(), clientId, withOldSecret, now.truncatedTo(ChronoUnit.MINUTES), now);
    }

    private ClientCredentials required(String clientId) {
        return find(clientId).orElseThrow(() -> Problem.notFound("API client"));
    }

    /** As the database keeps it, so that a time read can be compared with one written. */
    private OffsetDateTime now() {
        return OffsetDateTime.now(clock).truncatedTo(ChronoUnit.MICROS);
    }
}
