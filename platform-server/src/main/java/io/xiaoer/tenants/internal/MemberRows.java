package io.xiaoer.tenants.internal;

import static io.xiaoer.tenants.internal.db.Tables.MEMBER;

import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenants.Member;
import io.xiaoer.tenants.Role;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
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
                .set(MEMBER.PASSWORD_HASH, member.passwordHash())
                .set(MEMBER.ROLE, member.role().name())
                .set(MEMBER.CREATED_AT, at)
                .execute();
    }

    public Optional<Member> find(TenantId tenant, UUID memberId) {
        return db.selectFrom(MEMBER)
                .where(MEMBER.TENANT_ID.eq(tenant.value()))
                .and(MEMBER.MEMBER_ID.eq(memberId))
                .fetchOptional(row -> new Member(
                        row.get(MEMBER.MEMBER_ID),
                        row.get(MEMBER.EMAIL),
                        row.get(MEMBER.PASSWORD_HASH),
                        Role.valueOf(row.get(MEMBER.ROLE))));
    }
}
