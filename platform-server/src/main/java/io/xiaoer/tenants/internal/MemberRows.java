package io.xiaoer.tenants.internal;

import static io.xiaoer.tenants.internal.db.Tables.MEMBER;
import static io.xiaoer.tenants.internal.db.Tables.SESSION;

import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenants.Member;
import io.xiaoer.tenants.Role;
import io.xiaoer.tenants.TeamMember;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** The table of members. */
@Repository
public class MemberRows {

    private final DSLContext db;

    MemberRows(DSLContext db) {
        this.db = db;
    }

    public void insert(TenantId tenant, Member member, OffsetDateTime at) {
        db.insertInto(MEMBER)
                .set(MEMBER.TENANT_ID, tenant.value())
                .set(MEMBER.MEMBER_ID, member.id())
                .set(MEMBER.EMAIL, member.email())
                .set(MEMBER.NAME, member.name())
                .set(MEMBER.PASSWORD_HASH, member.passwordHash())
                .set(MEMBER.ROLE, member.role().name())
                .set(MEMBER.VERSION, member.version())
                .set(MEMBER.CREATED_AT, at)
                .execute();
    }

    public Optional<Member> find(TenantId tenant, UUID memberId) {
        return db.selectFrom(MEMBER).where(is(tenant, memberId)).fetchOptional(MemberRows::member);
    }

    public Optional<Member> findByEmail(TenantId tenant, String email) {
        return db.selectFrom(MEMBER)
                .where(MEMBER.TENANT_ID.eq(tenant.value()))
                .and(MEMBER.EMAIL.eq(email))
                .fetchOptional(MemberRows::member);
    }

    /** @param since sessions last used before do not count */
    public List<TeamMember> team(TenantId tenant, OffsetDateTime since) {
        Field<OffsetDateTime> seenAt = DSL.max(SESSION.SEEN_AT).as("last_seen_at");
        return db.select(
                        MEMBER.MEMBER_ID,
                        MEMBER.EMAIL,
                        MEMBER.NAME,
                        MEMBER.ROLE,
                        MEMBER.CREATED_AT,
                        MEMBER.VERSION,
                        seenAt)
                .from(MEMBER)
                .leftJoin(SESSION)
                .on(SESSION.TENANT_ID.eq(tenant.value()))
                .and(SESSION.MEMBER_ID.eq(MEMBER.MEMBER_ID))
                .and(SESSION.SEEN_AT.gt(since))
                .where(MEMBER.TENANT_ID.eq(tenant.value()))
                .groupBy(MEMBER.MEMBER_ID, MEMBER.EMAIL, MEMBER.NAME, MEMBER.ROLE, MEMBER.CREATED_AT, MEMBER.VERSION)
                .orderBy(MEMBER.CREATED_AT, MEMBER.MEMBER_ID)
                .fetch(row -> new TeamMember(
                        row.get(MEMBER.MEMBER_ID),
                        row.get(MEMBER.EMAIL),
                        row.get(MEMBER.NAME),
                        Role.valueOf(row.get(MEMBER.ROLE)),
                        row.get(MEMBER.CREATED_AT),
                        row.get(seenAt),
                        row.get(MEMBER.VERSION)));
    }

    public int count(TenantId tenant) {
        return db.fetchCount(MEMBER, MEMBER.TENANT_ID.eq(tenant.value()));
    }

    public int count(TenantId tenant, Role role) {
        return db.fetchCount(MEMBER, MEMBER.TENANT_ID.eq(tenant.value()).and(MEMBER.ROLE.eq(role.name())));
    }

    public void setRole(TenantId tenant, UUID memberId, Role role) {
        db.update(MEMBER)
                .set(MEMBER.ROLE, role.name())
                .set(MEMBER.VERSION, MEMBER.VERSION.plus(1))
                .where(is(tenant, memberId))
                .execute();
    }

    public void setPassword(TenantId tenant, UUID memberId, String passwordHash) {
        db.update(MEMBER)
                .set(MEMBER.PASSWORD_HASH, passwordHash)
                .where(is(tenant, memberId))
                .execute();
    }

    public void remove(TenantId tenant, UUID memberId) {
        db.deleteFrom(MEMBER).where(is(tenant, memberId)).execute();
    }

    private static Condition is(TenantId tenant, UUID memberId) {
        return MEMBER.TENANT_ID.eq(tenant.value()).and(MEMBER.MEMBER_ID.eq(memberId));
    }

    private static Member member(Record row) {
        return new Member(
                row.get(MEMBER.MEMBER_ID),
                row.get(MEMBER.EMAIL),
                row.get(MEMBER.NAME),
                row.get(MEMBER.PASSWORD_HASH),
                Role.valueOf(row.get(MEMBER.ROLE)),
                row.get(MEMBER.VERSION));
    }
}
