package io.xiaoer.tenants.internal;

import static io.xiaoer.tenants.internal.db.Tables.PASSWORD_RESET;

import io.xiaoer.tenancy.TenantId;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Repository;

/** The table of links to a new password. */
@Repository
public class ResetRows {

    private final DSLContext db;

    ResetRows(DSLContext db) {
        this.db = db;
    }

    /** A link and what became of it. */
    public record Kept(UUID memberId, OffsetDateTime expiresAt, boolean used) {}

    public void insert(TenantId tenant, UUID id, UUID memberId, OffsetDateTime now, OffsetDateTime expiresAt) {
        db.insertInto(PASSWORD_RESET)
                .set(PASSWORD_RESET.TENANT_ID, tenant.value())
                .set(PASSWORD_RESET.RESET_ID, id)
                .set(PASSWORD_RESET.MEMBER_ID, memberId)
                .set(PASSWORD_RESET.CREATED_AT, now)
                .set(PASSWORD_RESET.EXPIRES_AT, expiresAt)
                .execute();
    }

    public Optional<Kept> find(TenantId tenant, UUID id) {
        return db.selectFrom(PASSWORD_RESET).where(is(tenant, id)).fetchOptional(ResetRows::kept);
    }

    /** Holds off all other uses of a link until the transaction ends. */
    public Optional<Kept> lock(TenantId tenant, UUID id) {
        return db.selectFrom(PASSWORD_RESET).where(is(tenant, id)).forUpdate().fetchOptional(ResetRows::kept);
    }

    /** A member's links lead nowhere any more. */
    public void useAll(TenantId tenant, UUID memberId, OffsetDateTime now) {
        db.update(PASSWORD_RESET)
                .set(PASSWORD_RESET.USED_AT, now)
                .where(PASSWORD_RESET.TENANT_ID.eq(tenant.value()))
                .and(PASSWORD_RESET.MEMBER_ID.eq(memberId))
                .and(PASSWORD_RESET.USED_AT.isNull())
                .execute();
    }

    void removeAll(TenantId tenant, UUID memberId) {
        db.deleteFrom(PASSWORD_RESET)
                .where(PASSWORD_RESET.TENANT_ID.eq(tenant.value()))
                .and(PASSWORD_RESET.MEMBER_ID.eq(memberId))
                .execute();
    }

    void removeOld(TenantId tenant, OffsetDateTime before) {
        db.deleteFrom(PASSWORD_RESET)
                .where(PASSWORD_RESET.TENANT_ID.eq(tenant.value()))
                .and(PASSWORD_RESET.EXPIRES_AT.lt(before))
                .execute();
    }

    private static Condition is(TenantId tenant, UUID id) {
        return PASSWORD_RESET.TENANT_ID.eq(tenant.value()).and(PASSWORD_RESET.RESET_ID.eq(id));
    }

    private static Kept kept(Record row) {
        return new Kept(
                row.get(PASSWORD_RESET.MEMBER_ID),
                row.get(PASSWORD_RESET.EXPIRES_AT),
                row.get(PASSWORD_RESET.USED_AT) != null);
    }
}
