package io.xiaoer.tenants.internal;

import io.xiaoer.shared.Ids;
import io.xiaoer.shared.Problem;
import io.xiaoer.tenancy.Directory;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenants.Member;
import io.xiaoer.tenants.Members;
import io.xiaoer.tenants.Role;
import java.time.Clock;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Makes people members, and ends that. */
@Component
public class Enrolment {

    /** Members and invitations that can be accepted together. */
    public static final int LARGEST_TEAM = 200;

    private final MemberRows rows;
    private final InvitationRows invitations;
    private final ResetRows resets;
    private final ShopRows shops;
    private final Directory directory;
    private final Clock clock;

    Enrolment(
            MemberRows rows,
            InvitationRows invitations,
            ResetRows resets,
            ShopRows shops,
            Directory directory,
            Clock clock) {
        this.rows = rows;
        this.invitations = invitations;
        this.resets = resets;
        this.shops = shops;
        this.directory = directory;
        this.clock = clock;
    }

    /** Holds off all other changes of the team until the transaction ends. */
    public void lockTeam(TenantId tenant) {
        shops.lock(tenant);
    }

    /** @throws Problem if the address belongs to a member of any shop */
    public void requireFree(String email) {
        if (directory.findLogin(email).isPresent()) {
            throw Members.emailTaken();
        }
    }

    /** @throws Problem if nobody more may be invited */
    public void requireRoom(TenantId tenant, OffsetDateTime now) {
        if (rows.count(tenant) + invitations.countGood(tenant, now) >= LARGEST_TEAM) {
            throw Problem.quota("team", "A team has at most " + LARGEST_TEAM + " people. Remove someone first.");
        }
    }

    /**
     * Makes someone a member who can log in.
     *
     * @param email in its canonical form
     * @throws Problem if it belongs to a member of any shop
     */
    public Member enrol(TenantId tenant, String email, @Nullable String name, String passwordHash, Role role) {
        Member member = new Member(Ids.next(), email, name, passwordHash, role, 1);
        try {
            directory.registerLogin(email, tenant, member.id());
        } catch (DuplicateKeyException e) {
            throw Members.emailTaken();
        }
        rows.insert(tenant, member, OffsetDateTime.now(clock));
        return member;
    }

    /** Ends a membership; the sessions were ended before. */
    public void discharge(TenantId tenant, Member member) {
        resets.removeAll(tenant, member.id());
        rows.remove(tenant, member.id());
        directory.forgetLogin(member.email(), tenant, member.id());
    }
}
