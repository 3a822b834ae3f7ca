package io.xiaoer.tenants.internal;

import io.xiaoer.shared.Problem;
import io.xiaoer.shared.Problem.Code;
import io.xiaoer.tenancy.Actor;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import io.xiaoer.tenants.Member;
import org.springframework.stereotype.Component;

/** Finds the member on whose behalf something is done. */
@Component
public class Acting {

    private final MemberRows rows;

    Acting(MemberRows rows) {
        this.rows = rows;
    }

    /** @throws Problem with {@link Code#FORBIDDEN} if no member of the shop is bound */
    public Member member(TenantId tenant) {
        Actor actor = TenantScope.requiredActor();
        if (actor.kind() != Actor.Kind.MEMBER) {
            throw notAMember();
        }
        return rows.findByEmail(tenant, actor.name()).orElseThrow(Acting::notAMember);
    }

    private static Problem notAMember() {
        return new Problem(Code.FORBIDDEN, "Only members of the shop have an account in the portal.");
    }
}
