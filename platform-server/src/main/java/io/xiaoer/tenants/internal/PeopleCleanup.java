package io.xiaoer.tenants.internal;

import io.xiaoer.tenancy.Directory;
import io.xiaoer.tenancy.Resting;
import io.xiaoer.tenancy.TenantCleanup;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenants.Sessions;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.springframework.transaction.support.TransactionTemplate;

/** Daily: forgets links that ended long ago, and sessions that do not stand any more. */
class PeopleCleanup extends TenantCleanup {

    /** So long a link can still say why it leads nowhere. */
    private static final Duration KEPT = Duration.ofDays(60);

    private final InvitationRows invitations;
    private final ResetRows resets;
    private final SessionRows sessions;
    private final Directory directory;

    PeopleCleanup(
            Directory directory,
            Resting resting,
            InvitationRows invitations,
            ResetRows resets,
            SessionRows sessions,
            TransactionTemplate transaction,
            Clock clock) {
        super(directory, resting, transaction, clock);
        this.directory = directory;
        this.invitations = invitations;
        this.resets = resets;
        this.sessions = sessions;
    }

    @Override
    protected void clean(TenantId tenant, OffsetDateTime now) {
        invitations.removeOld(tenant, now.minus(KEPT));
        resets.removeOld(tenant, now.minus(KEPT));
        sessions.removeOld(tenant, now.minus(Sessions.IDLE));
        directory.forgetLinks(tenant, now.minus(KEPT));
    }
}
