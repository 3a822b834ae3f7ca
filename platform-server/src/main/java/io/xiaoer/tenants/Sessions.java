package io.xiaoer.tenants;

import io.xiaoer.shared.Audited;
import io.xiaoer.shared.Problem;
import io.xiaoer.tenancy.OpenToAll;
import io.xiaoer.tenancy.Permission;
import io.xiaoer.tenancy.Requires;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import io.xiaoer.tenants.internal.Acting;
import io.xiaoer.tenants.internal.SessionRows;
import io.xiaoer.tenants.internal.SessionRows.Standing;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where the members of the bound shop are logged in. A session stands until it is ended or was not used for a while. */
@Service
@Requires(Permission.VIEW)
public class Sessions {

    /** A session that was not used for so long does not stand any more. */
    public static final Duration IDLE = Duration.ofMinutes(30);

    /** Uses are noted no more often than this. */
    private static final Duration NOTED = Duration.ofMinutes(1);

    private static final int LONGEST_DEVICE = 400;

    private final SessionRows rows;
    private final Acting acting;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Sessions(SessionRows rows, Acting acting, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.acting = acting;
        this.events = events;
        this.clock = clock;
    }

    /** Keeps that a member has just logged in. */
    @Transactional
    @OpenToAll("the login itself")
    public void open(UUID sessionId, UUID memberId, String device, String address) {
        String name = device.length() > LONGEST_DEVICE ? device.substring(0, LONGEST_DEVICE) : device;
        rows.insert(
                TenantScope.required(),
                memberId,
                new MemberSession(sessionId, name, address, OffsetDateTime.now(clock), OffsetDateTime.now(clock)));
    }

    /** The role that whoever uses this session has now; empty if the session does not stand. */
    @Transactional
    @OpenToAll("each request of a member asks before anything else")
    public Optional<Role> use(UUID sessionId) {
        TenantId tenant = TenantScope.required();
        OffsetDateTime now = OffsetDateTime.now(clock);
        Optional<Standing> standing = rows.standing(tenant, sessionId, now.minus(IDLE));
        if (standing.isPresent() && standing.get().seenAt().isBefore(now.minus(NOTED))) {
            rows.see(tenant, sessionId, now);
        }
        return standing.map(Standing::role);
    }

    /** Those of the member who asks, the last used first. */
    @Transactional(readOnly = true)
    public List<MemberSession> mine() {
        TenantId tenant = TenantScope.required();
        return rows.of(
                tenant, acting.member(tenant).id(), OffsetDateTime.now(clock).minus(IDLE));
    }

    /**
     * Ends one of the asking member's sessions; its next request is nobody's.
     *
     * @throws Problem if they have no such session
     */
    @Transactional
    public void end(UUID sessionId) {
        TenantId tenant = TenantScope.required();
        Member me = acting.member(tenant);
        if (!rows.remove(tenant, me.id(), sessionId)) {
            throw Problem.notFound("session");
        }
        events.publishEvent(new Audited("session.ended", me.email(), null, null));
    }

    /** Ends all of the asking member's sessions but one; says how many. */
    @Transactional
    public int endOthers(UUID keptSessionId) {
        TenantId tenant = TenantScope.required();
        Member me = acting.member(tenant);
        int ended = rows.removeOthers(tenant, me.id(), keptSessionId);
        if (ended > 0) {
            events.publishEvent(new Audited("session.others-ended", me.email(), null, null));
        }
        return ended;
    }

    /** The asking member logs out. */
    @Transactional
    public void close(UUID sessionId) {
        TenantId tenant = TenantScope.required();
        rows.remove(tenant, acting.member(tenant).id(), sessionId);
    }
}
