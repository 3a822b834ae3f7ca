package io.xiaoer.tenants.internal;

import static io.xiaoer.tenants.internal.db.Tables.API_CLIENT;

import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenants.ApiClient;
import io.xiaoer.tenants.ApiClient.OldSecret;
import io.xiaoer.tenants.ApiClient.Scope;
import io.xiaoer.tenants.ClientCredentials;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The table of API clients. An old secret counts as gone once its time is over. */
@Repository
public class ApiClientRows {

    private final DSLContext db;

    ApiClientRows(DSLContext db) {
        this.db = db;
    }

    public void insert(
            TenantId tenant, String clientId, String name, String secretHash, Set<Scope> scopes, OffsetDateTime at) {
        db.insertInto(API_CLIENT)
                .set(API_CLIENT.TENANT_ID, tenant.value())
                .set(API_CLIENT.CLIENT_ID, clientId)
                .set(API_CLIENT.NAME, name)
                .set(API_CLIENT.SECRET_HASH, secretHash)
                .set(
                        API_CLIENT.SCOPES,
                        scopes.stream().map(Scope::name).sorted().toArray(String[]::new))
                .set(API_CLIENT.CREATED_AT, at)
                .execute();
    }

    /** Oldest first. */
    public List<ApiClient> list(TenantId tenant, OffsetDateTime now) {
        return db.selectFrom(API_CLIENT)
                .where(API_CLIENT.TENANT_ID.eq(tenant.value()))
                .orderBy(API_CLIENT.CREATED_AT, API_CLIENT.CLIENT_ID)
                .fetch(row -> client(row, now));
    }

    public Optional<ClientCredentials> find(TenantId tenant, String clientId, OffsetDateTime now) {
        return db.selectFrom(API_CLIENT).where(is(tenant, clientId)).fetchOptional(row -> {
            ApiClient client = client(row, now);
            return new ClientCredentials(
                    client,
                    row.get(API_CLIENT.SECRET_HASH),
                    client.oldSecret() == null ? null : row.get(API_CLIENT.OLD_SECRET_HASH));
        });
    }

    /**
     * Makes the secret the old one and {@code secretHash} the secret.
     *
     * @param oldValidUntil null if the old one ends at once
     * @param seen when the secret was last replaced, as far as the caller knows
     * @return whether that is still so
     */
    public boolean rotate(
            TenantId tenant,
            String clientId,
            @Nullable OffsetDateTime seen,
            String secretHash,
            @Nullable OffsetDateTime oldValidUntil,
            OffsetDateTime now) {
        var rotation = db.update(API_CLIENT)
                .set(API_CLIENT.SECRET_HASH, secretHash)
                .set(API_CLIENT.ROTATED_AT, now)
                .setNull(API_CLIENT.LAST_USED_AT);
        rotation = oldValidUntil == null
                ? rotation.setNull(API_CLIENT.OLD_SECRET_HASH)
                : rotation.set(API_CLIENT.OLD_SECRET_HASH, API_CLIENT.SECRET_HASH);
        return rotation.set(API_CLIENT.OLD_VALID_UNTIL, oldValidUntil)
                        .setNull(API_CLIENT.OLD_LAST_USED_AT)
                        .where(is(tenant, clientId))
                        .and(API_CLIENT.ROTATED_AT.isNotDistinctFrom(seen))
                        .execute()
                == 1;
    }

    public boolean endOldSecret(TenantId tenant, String clientId) {
        return db.update(API_CLIENT)
                        .setNull(API_CLIENT.OLD_SECRET_HASH)
                        .setNull(API_CLIENT.OLD_VALID_UNTIL)
                        .setNull(API_CLIENT.OLD_LAST_USED_AT)
                        .where(is(tenant, clientId))
                        .execute()
                == 1;
    }

    public boolean delete(TenantId tenant, String clientId) {
        return db.deleteFrom(API_CLIENT).where(is(tenant, clientId)).execute() == 1;
    }

    /** Notes a use unless one at {@code since} or later is noted already: a busy client is not written at every token. */
    public void used(TenantId tenant, String clientId, boolean old, OffsetDateTime since, OffsetDateTime now) {
        TableField<Record, OffsetDateTime> noted = old ? API_CLIENT.OLD_LAST_USED_AT : API_CLIENT.LAST_USED_AT;
        db.update(API_CLIENT)
                .set(noted, now)
                .where(is(tenant, clientId))
                .and(noted.isNull().or(noted.lt(since)))
                .execute();
    }

    private static Condition is(TenantId tenant, String clientId) {
        return API_CLIENT.TENANT_ID.eq(tenant.value()).and(API_CLIENT.CLIENT_ID.eq(clientId));
    }

    private static ApiClient client(Record row, OffsetDateTime now) {
        OffsetDateTime validUntil = row.get(API_CLIENT.OLD_VALID_UNTIL);
        OldSecret old = validUntil == null || !validUntil.isAfter(now)
                ? null
                : new OldSecret(validUntil, row.get(API_CLIENT.OLD_LAST_USED_AT));
        return new ApiClient(
                row.get(API_CLIENT.CLIENT_ID),
                row.get(API_CLIENT.NAME),
                scopes(row.get(API_CLIENT.SCOPES)),
                row.get(API_CLIENT.CREATED_AT),
                row.get(API_CLIENT.ROTATED_AT),
                row.get(API_CLIENT.LAST_USED_AT),
                old);
    }

    private static Set<Scope> scopes(String[] names) {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        Arrays.stream(names).map(Scope::valueOf).forEach(scopes::add);
        return scopes;
    }
}
