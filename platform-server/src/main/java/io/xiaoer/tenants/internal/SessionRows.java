package io.xiaoer.tenants.internal;

import static io.xiaoer.tenants.internal.db.Tables.MEMBER;
import static io.xiaoer.tenants.internal.db.Tables.SESSION;

import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenants.MemberSession;
import io.xiaoer.tenants.Role;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** The table of sessions. */
@Repository
public class SessionRows {

    private final DSLContext db;

    SessionRows(DSLContext db) {
        this.db = db;
    }

    /** A session that stands: whose role it has now, and when that was last asked. */
    public record Standing(Role role, OffsetDateTime seenAt) {}

    public void insert(TenantId tenant, UUID memberId, MemberSession session) {
        db.insertInto(SESSION)
                .set(SESSION.TENANT_ID, tenant.value())
                .set(SESSION.SESSION_ID, session.id())
                .set(SESSION.MEMBER_ID, memberId)
                .set(SESSION.DEVICE, session.device())
                .set(SESSION.ADDRESS, session.address())
                .set(SESSION.CREATED_AT, session.createdAt())
                .set(SESSION.SEEN_AT, session.seenAt())
                .execute();
    }

    /** @param since a session last used before does not stand */
    public Optional<Standing> standing(TenantId tenant, UUID id, OffsetDateTime since) {
        return db.select(MEMBER.ROLE, SESSION.SEEN_AT)
                .from(SESSION)
                .join(MEMBER)
                .on(MEMBER.TENANT_ID.eq(tenant.value()))
                .and(MEMBER.MEMBER_ID.eq(SESSION.MEMBER_ID))
                .where(SESSION.TENANT_ID.eq(tenant.value()))
                .and(SESSION.SESSION_ID.eq(id))
                .and(SESSION.SEEN_AT.gt(since))
                .fetchOptional(row -> new Standing(Role.valueOf(row.get(MEMBER.ROLE)), row.get(SESSION.SEEN_AT)));
    }

    public void see(TenantId tenant, UUID id, OffsetDateTime now) {
        db.update(SESSION)
                .set(SESSION.SEEN_AT, now)
                .where(SESSION.TENANT_ID.eq(tenant.value()))
                .and(SESSION.SESSION_ID.eq(id))
                .execute();
    }

    /** @param since sessions last used before do not stand */
    public List<MemberSession> of(TenantId tenant, UUID memberId, OffsetDateTime since) {
        return db.selectFrom(SESSION)
                .where(isOf(tenant, memberId))
                .and(SESSION.SEEN_AT.gt(since))
                .orderBy(SESSION.SEEN_AT.desc())
                .fetch(row -> new MemberSession(
                        row.get(SESSION.SESSION_ID),
                        row.get(SESSION.DEVICE),
                        row.get(SESSION.ADDRESS),
                        row.get(SESSION.CREATED_AT),
                        row.get(SESSION.SEEN_AT)));
    }

    /** Whether there was such a session. */
    public boolean remove(TenantId tenant, UUID memberId, UUID id) {
        return db.deleteFrom(SESSION)
                        .where(isOf(tenant, memberId))
                        .and(SESSION.SESSION_ID.eq(id))
                        .execute()
                == 1;
    }

    public int removeOthers(TenantId tenant, UUID memberId, UUID keptId) {
        return db.deleteFrom(SESSION)
                .where(isOf(tenant, memberId))
                .and(SESSION.SESSION_ID.ne(keptId))
                .execute();
    }

    public void removeAll(TenantId tenant, UUID memberId) {
        db.deleteFrom(SESSION).where(isOf(tenant, memberId)).execute();
    }

    void removeOld(TenantId tenant, OffsetDateTime before) {
        db.deleteFrom(SESSION)
                .where(SESSION.TENANT_ID.eq(tenant.value()))
                .and(SESSION.SEEN_AT.lt(before))
                .execute();
    }

    private static Condition isOf(TenantId tenant, UUID memberId) {
        return SESSION.TENANT_ID.eq(tenant.value()).and(SESSION.MEMBER_ID.eq(memberId));
    }
}
