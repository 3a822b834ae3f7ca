package io.xiaoer.tenants;

import io.xiaoer.shared.Audited;
import io.xiaoer.shared.Problem;
import io.xiaoer.shared.Problem.Code;
import io.xiaoer.tenancy.OpenToAll;
import io.xiaoer.tenancy.Permission;
import io.xiaoer.tenancy.Requires;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import io.xiaoer.tenants.internal.Enrolment;
import io.xiaoer.tenants.internal.MemberRows;
import io.xiaoer.tenants.internal.SessionRows;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The people of the bound shop. One of them at least is an owner. */
@Service
@Requires(Permission.ADMINISTER)
public class Members {

    private final MemberRows rows;
    private final SessionRows sessions;
    private final Enrolment enrolment;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Members(MemberRows rows, SessionRows sessions, Enrolment enrolment, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.sessions = sessions;
        this.enrolment = enrolment;
        this.events = events;
        this.clock = clock;
    }

    /** The form in which an e-mail address is stored and compared. */
    public static String canonicalEmail(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    public static Problem emailTaken() {
        return new Problem(Code.EMAIL_TAKEN, "This e-mail address already has an account. Log in instead.");
    }

    /**
     * Adds a member who can log in.
     *
     * @param passwordHash as the password encoder made it
     * @throws Problem with {@link Code#EMAIL_TAKEN} if the address belongs to a member of any shop
     */
    @Transactional
    public Member add(String email, String passwordHash, Role role) {
        return enrolment.enrol(TenantScope.required(), canonicalEmail(email), null, passwordHash, role);
    }

    @Transactional(readOnly = true)
    @OpenToAll("the login asks before anybody is known")
    public Optional<Member> find(UUID memberId) {
        return rows.find(TenantScope.required(), memberId);
    }

    /** Everybody; a shop has no more than {@value Enrolment#LARGEST_TEAM}. */
    @Transactional(readOnly = true)
    @Requires(Permission.VIEW)
    public List<TeamMember> list() {
        return rows.team(TenantScope.required(), OffsetDateTime.now(clock).minus(Sessions.IDLE));
    }

    /**
     * Gives a member another role, which holds from their next click on.
     *
     * @param version of the member as the caller saw them
     * @throws Problem if there is no such member, someone else changed them, or no owner would be left
     */
    @Transactional
    public void changeRole(UUID memberId, Role role, int version) {
        TenantId tenant = TenantScope.required();
        Member member = lock(tenant, memberId);
        if (member.version() != version) {
            throw Problem.versionConflict();
        }
        if (member.role() == role) {
            return;
        }
        keepAnOwner(tenant, member);
        rows.setRole(tenant, memberId, role);
        events.publishEvent(new Audited(
                "member.role-changed", member.email(), Map.of("role", member.role()), Map.of("role", role)));
    }

    /**
     * Ends someone's membership: their sessions end with it, and their address may be used again.
     *
     * @throws Problem if there is no such member, or no owner would be left
     */
    @Transactional
    public void remove(UUID memberId) {
        TenantId tenant = TenantScope.required();
        Member member = lock(tenant, memberId);
        keepAnOwner(tenant, member);
        sessions.removeAll(tenant, memberId);
        enrolment.discharge(tenant, member);
        events.publishEvent(new Audited("member.removed", member.email(), Map.of("role", member.role()), null));
    }

    /** The member, once nobody else is changing the shop's team. */
    private Member lock(TenantId tenant, UUID memberId) {
        enrolment.lockTeam(tenant);
        return rows.find(tenant, memberId).orElseThrow(() -> Problem.notFound("member"));
    }

    private void keepAnOwner(TenantId tenant, Member member) {
        if (member.role() == Role.OWNER && rows.count(tenant, Role.OWNER) == 1) {
            throw Problem.invalid("role", "of the last owner must stay. Make someone else an owner first.");
        }
    }
}
