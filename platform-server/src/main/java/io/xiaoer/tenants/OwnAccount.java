package io.xiaoer.tenants;

import io.xiaoer.shared.Audited;
import io.xiaoer.shared.FieldErrors;
import io.xiaoer.shared.Problem;
import io.xiaoer.shared.Problem.Code;
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
import org.springframework.transaction.support.TransactionTemplate;

/** What members change about themselves. */
@Service
@Requires(Permission.VIEW)
public class OwnAccount {

    private final MemberRows rows;
    private final SessionRows sessions;
    private final ResetRows resets;
    private final Acting acting;
    private final PasswordGuesses guesses;
    private final PasswordEncoder encoder;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OwnAccount(
            MemberRows rows,
            SessionRows sessions,
            ResetRows resets,
            Acting acting,
            PasswordGuesses guesses,
            PasswordEncoder encoder,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.sessions = sessions;
        this.resets = resets;
        this.acting = acting;
        this.guesses = guesses;
        this.encoder = encoder;
        this.transaction = transaction;
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
     * @throws Problem naming {@code current} if that is not their password, or what is wrong with the new one; with
     *     {@link Code#RATE_LIMITED} if it comes too soon after wrong ones
     */
    public void changePassword(String current, String password, UUID keptSessionId) {
        TenantId tenant = TenantScope.required();
        Member me = Objects.requireNonNull(transaction.execute(status -> acting.member(tenant)));
        // counted in a transaction of its own, and before the password is looked at
        if (!guesses.begin(me.email())) {
            throw new Problem(Code.RATE_LIMITED, "Too many wrong passwords. Try again in a few minutes.");
        }
        boolean right = encoder.matches(current, me.passwordHash());
        if (right) {
            guesses.forget(me.email());
        }
        FieldErrors errors = new FieldErrors();
        Credentials.checkPassword(errors, "password", password);
        errors.rejectIf(!right, "current", "is not your password");
        errors.throwIfAny();
        String passwordHash = Objects.requireNonNull(encoder.encode(password));
        transaction.executeWithoutResult(status -> set(tenant, me, passwordHash, keptSessionId));
    }

    private void set(TenantId tenant, Member me, String passwordHash, UUID keptSessionId) {
        rows.setPassword(tenant, me.id(), passwordHash);
        resets.useAll(tenant, me.id(), OffsetDateTime.now(clock));
        sessions.removeOthers(tenant, me.id(), keptSessionId);
        events.publishEvent(new Audited("password.changed", me.email(), null, null));
    }
}
