package io.xiaoer.tenants.internal;

import static io.xiaoer.tenants.internal.db.Tables.INVITATION;

import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenants.Invitation;
import io.xiaoer.tenants.Role;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Repository;

/** The table of invitations. */
@Repository
public class InvitationRows {

    private final DSLContext db;

    InvitationRows(DSLContext db) {
        this.db = db;
    }

    /** An invitation and what became of it. */
    public record Kept(Invitation invitation, boolean accepted, boolean revoked) {}

    public void insert(TenantId tenant, Invitation invitation) {
        db.insertInto(INVITATION)
                .set(INVITATION.TENANT_ID, tenant.value())
                .set(INVITATION.INVITATION_ID, invitation.id())
                .set(INVITATION.EMAIL, invitation.email())
                .set(INVITATION.ROLE, invitation.role().name())
                .set(INVITATION.INVITED_BY, invitation.invitedBy())
                .set(INVITATION.CREATED_AT, invitation.createdAt())
                .set(INVITATION.EXPIRES_AT, invitation.expiresAt())
                .execute();
    }

    public List<Invitation> open(TenantId tenant) {
        return db.selectFrom(INVITATION)
                .where(isOpen(tenant))
                .orderBy(INVITATION.CREATED_AT.desc())
                .fetch(InvitationRows::invitation);
    }

    /** How many can be accepted. */
    int countGood(TenantId tenant, OffsetDateTime now) {
        return db.fetchCount(INVITATION, isOpen(tenant).and(INVITATION.EXPIRES_AT.gt(now)));
    }

    public Optional<Kept> find(TenantId tenant, UUID id) {
        return db.selectFrom(INVITATION).where(is(tenant, id)).fetchOptional(InvitationRows::kept);
    }

    /** Holds off all other changes of an invitation until the transaction ends. */
    public Optional<Kept> lock(TenantId tenant, UUID id) {
        return db.selectFrom(INVITATION).where(is(tenant, id)).forUpdate().fetchOptional(InvitationRows::kept);
    }

    public void prolong(TenantId tenant, UUID id, OffsetDateTime expiresAt) {
        db.update(INVITATION)
                .set(INVITATION.EXPIRES_AT, expiresAt)
                .where(is(tenant, id))
                .execute();
    }

    public void accept(TenantId tenant, UUID id, OffsetDateTime now) {
        db.update(INVITATION)
                .set(INVITATION.ACCEPTED_AT, now)
                .where(is(tenant, id))
                .execute();
    }

    public void revoke(TenantId tenant, UUID id, OffsetDateTime now) {
        db.update(INVITATION)
                .set(INVITATION.REVOKED_AT, now)
                .where(is(tenant, id))
                .execute();
    }

    public void revokeOpen(TenantId tenant, String email, OffsetDateTime now) {
        db.update(INVITATION)
                .set(INVITATION.REVOKED_AT, now)
                .where(isOpen(tenant))
                .and(INVITATION.EMAIL.eq(email))
                .execute();
    }

    void removeOld(TenantId tenant, OffsetDateTime before) {
        db.deleteFrom(INVITATION)
                .where(INVITATION.TENANT_ID.eq(tenant.value()))
                .and(INVITATION.EXPIRES_AT.lt(before))
                .execute();
    }

    private static Condition is(TenantId tenant, UUID id) {
        return INVITATION.TENANT_ID.eq(tenant.value()).and(INVITATION.INVITATION_ID.eq(id));
    }

    private static Condition isOpen(TenantId tenant) {
        return INVITATION
                .TENANT_ID
                .eq(tenant.value())
                .and(INVITATION.ACCEPTED_AT.isNull())
                .and(INVITATION.REVOKED_AT.isNull());
    }

    private static Kept kept(Record row) {
        return new Kept(
                invitation(row), row.get(INVITATION.ACCEPTED_AT) != null, row.get(INVITATION.REVOKED_AT) != null);
    }

    private static Invitation invitation(Record row) {
        return new Invitation(
                row.get(INVITATION.INVITATION_ID),
                row.get(INVITATION.EMAIL),
                Role.valueOf(row.get(INVITATION.ROLE)),
                row.get(INVITATION.INVITED_BY),
                row.get(INVITATION.CREATED_AT),
                row.get(INVITATION.EXPIRES_AT));
    }
}
