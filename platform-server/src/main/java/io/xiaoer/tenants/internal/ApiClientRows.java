package io.xiaoer.tenants.internal;

import static io.xiaoer.tenants.internal.db.Tables.API_CLIENT;

import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenants.ApiClient;
import io.xiaoer.tenants.ApiClient.Scope;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** The table of API clients. */
@Repository
public class ApiClientRows {

    private final DSLContext db;

    ApiClientRows(DSLContext db) {
        this.db = db;
    }

    public void insert(TenantId tenant, ApiClient client, OffsetDateTime at) {
        db.insertInto(API_CLIENT)
                .set(API_CLIENT.TENANT_ID, tenant.value())
                .set(API_CLIENT.CLIENT_ID, client.clientId())
                .set(API_CLIENT.NAME, client.name())
                .set(API_CLIENT.SECRET_HASH, client.secretHash())
                .set(
                        API_CLIENT.SCOPES,
                        client.scopes().stream().map(Scope::name).sorted().toArray(String[]::new))
                .set(API_CLIENT.CREATED_AT, at)
                .execute();
    }

    public Optional<ApiClient> find(TenantId tenant, String clientId) {
        return db.selectFrom(API_CLIENT)
                .where(API_CLIENT.TENANT_ID.eq(tenant.value()))
                .and(API_CLIENT.CLIENT_ID.eq(clientId))
                .fetchOptional(row -> new ApiClient(
                        row.get(API_CLIENT.CLIENT_ID),
                        row.get(API_CLIENT.NAME),
                        row.get(API_CLIENT.SECRET_HASH),
                        scopes(row.get(API_CLIENT.SCOPES))));
    }

    private static Set<Scope> scopes(String[] names) {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        Arrays.stream(names).map(Scope::valueOf).forEach(scopes::add);
        return scopes;
    }
}
