package io.xiaoer.connectors.internal;

import static io.xiaoer.connectors.internal.db.Tables.API;
import static io.xiaoer.connectors.internal.db.Tables.SECRET;

import io.xiaoer.connectors.ApiConnector;
import io.xiaoer.database.SecretBox;
import io.xiaoer.shared.Ids;
import io.xiaoer.tenancy.TenantId;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The tables of how shops' systems are connected and with which secrets. */
@Repository
public class ConnectorRows {

    private final DSLContext db;
    private final SecretBox box;

    ConnectorRows(DSLContext db, SecretBox box) {
        this.db = db;
        this.box = box;
    }

    /** What is set, without the secret's state. */
    public record Row(String endpoint, @Nullable String lookupUrl, boolean enabled, int version) {}

    public Optional<Row> find(TenantId tenant) {
        return db.selectFrom(API)
                .where(API.TENANT_ID.eq(tenant.value()))
                .fetchOptional(row -> new Row(
                        row.get(API.ENDPOINT), row.get(API.LOOKUP_URL), row.get(API.ENABLED), row.get(API.VERSION)));
    }

    /** Makes the shop's row if it has none, and holds it until the transaction ends; true if it was made. */
    public boolean ensure(TenantId tenant, String endpoint, OffsetDateTime at) {
        boolean made = db.insertInto(API)
                        .set(API.TENANT_ID, tenant.value())
                        .set(API.ENDPOINT, endpoint)
                        .set(API.ENABLED, false)
                        .set(API.VERSION, 0)
                        .set(API.UPDATED_AT, at)
                        .onConflict(API.TENANT_ID)
                        .doNothing()
                        .execute()
                == 1;
        db.select(API.VERSION)
                .from(API)
                .where(API.TENANT_ID.eq(tenant.value()))
                .forUpdate()
                .fetch();
        return made;
    }

    public void update(TenantId tenant, @Nullable String lookupUrl, boolean enabled, int version, OffsetDateTime at) {
        db.update(API)
                .set(API.LOOKUP_URL, lookupUrl)
                .set(API.ENABLED, enabled)
                .set(API.VERSION, version)
                .set(API.UPDATED_AT, at)
                .where(API.TENANT_ID.eq(tenant.value()))
                .execute();
    }

    public void insertSecret(TenantId tenant, String secret, OffsetDateTime at) {
        UUID id = Ids.next();
        db.insertInto(SECRET)
                .set(SECRET.TENANT_ID, tenant.value())
                .set(SECRET.SECRET_ID, id)
                .set(SECRET.SEALED, box.sealText(secret, context(tenant, id)))
                .set(SECRET.CREATED_AT, at)
                .execute();
    }

    public void endNewestSecret(TenantId tenant, OffsetDateTime at) {
        db.update(SECRET)
                .set(SECRET.VALID_UNTIL, at)
                .where(SECRET.TENANT_ID.eq(tenant.value()))
                .and(SECRET.VALID_UNTIL.isNull())
                .execute();
    }

    public void deleteSecrets(TenantId tenant) {
        db.deleteFrom(SECRET).where(SECRET.TENANT_ID.eq(tenant.value())).execute();
    }

    /** Drops those that have ended, and the oldest beyond {@code most}. */
    public void deleteEndedSecrets(TenantId tenant, OffsetDateTime now, int most) {
        List<UUID> kept = db.select(SECRET.SECRET_ID)
                .from(SECRET)
                .where(isAccepted(tenant, now))
                .orderBy(SECRET.SECRET_ID.desc())
                .limit(most)
                .fetch(SECRET.SECRET_ID);
        db.deleteFrom(SECRET)
                .where(SECRET.TENANT_ID.eq(tenant.value()))
                .and(SECRET.SECRET_ID.notIn(kept))
                .execute();
    }

    /** Newest first. */
    public List<String> secrets(TenantId tenant, OffsetDateTime now) {
        return db.select(SECRET.SECRET_ID, SECRET.SEALED)
                .from(SECRET)
                .where(isAccepted(tenant, now))
                .orderBy(SECRET.SECRET_ID.desc())
                .fetch(row -> box.openText(row.get(SECRET.SEALED), context(tenant, row.get(SECRET.SECRET_ID))));
    }

    public Optional<ApiConnector.Secret> secretState(TenantId tenant, OffsetDateTime now) {
        var created = DSL.max(SECRET.CREATED_AT);
        var ends = DSL.max(SECRET.VALID_UNTIL);
        return db.select(created, ends)
                .from(SECRET)
                .where(isAccepted(tenant, now))
                .fetchOptional()
                .filter(row -> row.get(created) != null)
                .map(row -> new ApiConnector.Secret(Objects.requireNonNull(row.get(created)), row.get(ends)));
    }

    private static Condition isAccepted(TenantId tenant, OffsetDateTime now) {
        return SECRET.TENANT_ID
                .eq(tenant.value())
                .and(SECRET.VALID_UNTIL.isNull().or(SECRET.VALID_UNTIL.gt(now)));
    }

    private static byte[] context(TenantId tenant, UUID id) {
        return SecretBox.context("connectors.secret", tenant, id);
    }
}
