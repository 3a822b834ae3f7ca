package io.xiaoer.tenants.internal;

import io.xiaoer.tenancy.Directory;
import io.xiaoer.tenancy.Resting;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantJob;
import io.xiaoer.tenants.Sessions;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.springframework.transaction.support.TransactionTemplate;

/** Daily: forgets links that ended long ago, and sessions that do not stand any more. */
class PeopleCleanup extends TenantJob {

    /** So long a link can still say why it leads nowhere. */
    private static final Duration KEPT = Duration.ofDays(60);

    private final InvitationRows invitations;
    private final ResetRows resets;
    private final SessionRows sessions;
    private final Directory directory;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PeopleCleanup(
            Directory directory,
            Resting resting,
            InvitationRows invitations,
            ResetRows resets,
            SessionRows sessions,
            TransactionTemplate transaction,
            Clock clock) {
        super(directory, resting);
        this.directory = directory;
        this.invitations = invitations;
        this.resets = resets;
        this.sessions = sessions;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    protected boolean visitsResting() {
        return true;
    }

    @Override
    protected void executeFor(TenantId tenant) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        transaction.executeWithoutResult(status -> {
            invitations.removeOld(tenant, now.minus(KEPT));
            resets.removeOld(tenant, now.minus(KEPT));
            sessions.removeOld(tenant, now.minus(Sessions.IDLE));
            directory.forgetLinks(tenant, now.minus(KEPT));
        });
    }
}
