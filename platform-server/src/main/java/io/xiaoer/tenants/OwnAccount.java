package io.xiaoer.tenants;

import io.xiaoer.shared.Audited;
import io.xiaoer.shared.FieldErrors;
import io.xiaoer.shared.Problem;
import io.xiaoer.tenancy.Permission;
import io.xiaoer.tenancy.Requires;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import io.xiaoer.tenants.internal.Acting;
import io.xiaoer.tenants.internal.MemberRows;
import io.xiaoer.tenants.internal.ResetRows;
import io.xiaoer.tenants.internal.SessionRows;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What members change about themselves. */
@Service
@Requires(Permission.VIEW)
public class OwnAccount {

    private final MemberRows rows;
    private final SessionRows sessions;
    private final ResetRows resets;
    private final Acting acting;
    private final PasswordEncoder encoder;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OwnAccount(
            MemberRows rows,
            SessionRows sessions,
            ResetRows resets,
            Acting acting,
            PasswordEncoder encoder,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.sessions = sessions;
        this.resets = resets;
        this.acting = acting;
        this.encoder = encoder;
        this.events = events;
        this.clock = clock;
    }

    /** Whoever asks. */
    @Transactional(readOnly = true)
    public Member mine() {
        return acting.member(TenantScope.required());
    }

    /**
     * Changes the asking member's password. Their other sessions end, and links to a new password with them.
     *
     * @param keptSessionId the session they ask from
     * @throws Problem naming {@code current} if that is not their password, or what is wrong with the new one
     */
    @Transactional
    public void changePassword(String current, String password, UUID keptSessionId) {
        TenantId tenant = TenantScope.required();
        Member me = acting.member(tenant);
        FieldErrors errors = new FieldErrors();
        Credentials.checkPassword(errors, "password", password);
        errors.rejectIf(!encoder.matches(current, me.passwordHash()), "current", "is not your password");
        errors.throwIfAny();
        rows.setPassword(tenant, me.id(), Objects.requireNonNull(encoder.encode(password)));
        resets.useAll(tenant, me.id(), OffsetDateTime.now(clock));
        sessions.removeOthers(tenant, me.id(), keptSessionId);
        events.publishEvent(new Audited("password.changed", me.email(), null, null));
    }
}
