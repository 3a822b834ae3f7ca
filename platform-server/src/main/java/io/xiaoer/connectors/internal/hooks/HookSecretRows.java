package io.xiaoer.connectors.internal.hooks;

import static io.xiaoer.connectors.internal.db.Tables.HOOK_SECRET;

import io.xiaoer.connectors.WebhookEndpoint;
import io.xiaoer.database.SecretBox;
import io.xiaoer.shared.Ids;
import io.xiaoer.tenancy.TenantId;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** The table of endpoints' secrets. */
@Repository
public class HookSecretRows {

    private final DSLContext db;
    private final SecretBox box;

    HookSecretRows(DSLContext db, SecretBox box) {
        this.db = db;
        this.box = box;
    }

    public void insert(TenantId tenant, UUID hook, String secret, OffsetDateTime at) {
        UUID id = Ids.next();
        db.insertInto(HOOK_SECRET)
                .set(HOOK_SECRET.TENANT_ID, tenant.value())
                .set(HOOK_SECRET.HOOK_ID, hook)
                .set(HOOK_SECRET.SECRET_ID, id)
                .set(HOOK_SECRET.SEALED, box.sealText(secret, context(tenant, id)))
                .set(HOOK_SECRET.CREATED_AT, at)
                .execute();
    }

    public void endNewest(TenantId tenant, UUID hook, OffsetDateTime at) {
        db.update(HOOK_SECRET)
                .set(HOOK_SECRET.VALID_UNTIL, at)
                .where(isOf(tenant, hook))
                .and(HOOK_SECRET.VALID_UNTIL.isNull())
                .execute();
    }

    public void removeAll(TenantId tenant, UUID hook) {
        db.deleteFrom(HOOK_SECRET).where(isOf(tenant, hook)).execute();
    }

    /** Drops those that have ended, and the oldest beyond {@code most}. */
    public void removeEnded(TenantId tenant, UUID hook, OffsetDateTime now, int most) {
        List<UUID> kept = db.select(HOOK_SECRET.SECRET_ID)
                .from(HOOK_SECRET)
                .where(isOf(tenant, hook))
                .and(isAccepted(now))
                .orderBy(HOOK_SECRET.SECRET_ID.desc())
                .limit(most)
                .fetch(HOOK_SECRET.SECRET_ID);
        db.deleteFrom(HOOK_SECRET)
                .where(isOf(tenant, hook))
                .and(HOOK_SECRET.SECRET_ID.notIn(kept))
                .execute();
    }

    /** Those that sign now, newest first. */
    List<String> secrets(TenantId tenant, UUID hook, OffsetDateTime now) {
        return db.select(HOOK_SECRET.SECRET_ID, HOOK_SECRET.SEALED)
                .from(HOOK_SECRET)
                .where(isOf(tenant, hook))
                .and(isAccepted(now))
                .orderBy(HOOK_SECRET.SECRET_ID.desc())
                .fetch(row ->
                        box.openText(row.get(HOOK_SECRET.SEALED), context(tenant, row.get(HOOK_SECRET.SECRET_ID))));
    }

    /** What there is to know of each endpoint's secrets without them. */
    public Map<UUID, WebhookEndpoint.Secret> states(TenantId tenant, OffsetDateTime now) {
        var created = DSL.max(HOOK_SECRET.CREATED_AT);
        var ends = DSL.max(HOOK_SECRET.VALID_UNTIL);
        return db.select(HOOK_SECRET.HOOK_ID, created, ends)
                .from(HOOK_SECRET)
                .where(HOOK_SECRET.TENANT_ID.eq(tenant.value()))
                .and(isAccepted(now))
                .groupBy(HOOK_SECRET.HOOK_ID)
                .fetchMap(
                        row -> row.get(HOOK_SECRET.HOOK_ID),
                        row -> new WebhookEndpoint.Secret(row.get(created), row.get(ends)));
    }

    private static Condition isOf(TenantId tenant, UUID hook) {
        return HOOK_SECRET.TENANT_ID.eq(tenant.value()).and(HOOK_SECRET.HOOK_ID.eq(hook));
    }

    private static Condition isAccepted(OffsetDateTime now) {
        return HOOK_SECRET.VALID_UNTIL.isNull().or(HOOK_SECRET.VALID_UNTIL.gt(now));
    }

    private static byte[] context(TenantId tenant, UUID id) {
        return SecretBox.context("connectors.hook_secret", tenant, id);
    }
}
