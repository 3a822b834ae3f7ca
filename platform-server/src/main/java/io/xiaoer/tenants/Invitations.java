package io.xiaoer.tenants;

import io.xiaoer.shared.Audited;
import io.xiaoer.shared.FieldErrors;
import io.xiaoer.shared.Ids;
import io.xiaoer.shared.Problem;
import io.xiaoer.shared.Problem.Code;
import io.xiaoer.tenancy.Actor;
import io.xiaoer.tenancy.Directory.LinkEntry;
import io.xiaoer.tenancy.OpenToAll;
import io.xiaoer.tenancy.Permission;
import io.xiaoer.tenancy.Requires;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import io.xiaoer.tenants.internal.Enrolment;
import io.xiaoer.tenants.internal.InvitationRows;
import io.xiaoer.tenants.internal.InvitationRows.Kept;
import io.xiaoer.tenants.internal.LetterWriter;
import io.xiaoer.tenants.internal.Links;
import io.xiaoer.tenants.internal.Links.Kind;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Asks people to join the bound shop's team, by links that hold for a week. An address is asked once at a time; asking it
 * again takes the earlier invitation back. Each link handed out for an invitation stays good as long as it is open.
 */
@Service
@Requires(Permission.ADMINISTER)
public class Invitations {

    /** How long a link can be used. */
    public static final Duration VALID = Duration.ofDays(7);

    private final InvitationRows rows;
    private final Enrolment enrolment;
    private final Links links;
    private final LetterWriter letters;
    private final Shops shops;
    private final Suspensions suspensions;
    private final PasswordEncoder encoder;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Invitations(
            InvitationRows rows,
            Enrolment enrolment,
            Links links,
            LetterWriter letters,
            Shops shops,
            Suspensions suspensions,
            PasswordEncoder encoder,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.enrolment = enrolment;
        this.links = links;
        this.letters = letters;
        this.shops = shops;
        this.suspensions = suspensions;
        this.encoder = encoder;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    /** Those neither accepted nor taken back, newest first; some may be expired. */
    @Transactional(readOnly = true)
    @Requires(Permission.VIEW)
    public List<Invitation> open() {
        return rows.open(TenantScope.required());
    }

    /**
     * Invites someone, by letter where the platform sends any.
     *
     * @throws Problem with {@link Code#EMAIL_TAKEN} if the address belongs to a member of any shop, or with
     *     {@link Code#QUOTA_EXCEEDED} if the team is as large as one may be
     */
    @Transactional
    public InvitationLink invite(String email, Role role) {
        FieldErrors errors = new FieldErrors();
        Credentials.checkEmail(errors, "email", email);
        errors.throwIfAny();
        String address = Members.canonicalEmail(email);
        TenantId tenant = TenantScope.required();
        enrolment.requireFree(address);
        enrolment.lockTeam(tenant);
        OffsetDateTime now = OffsetDateTime.now(clock);
        rows.revokeOpen(tenant, address, now);
        enrolment.requireRoom(tenant, now);
        Invitation invitation = new Invitation(
                Ids.next(), address, role, TenantScope.requiredActor().name(), now, now.plus(VALID));
        rows.insert(tenant, invitation);
        events.publishEvent(new Audited("member.invited", address, null, Map.of("role", role)));
        return written(tenant, invitation);
    }

    /**
     * Writes to them again, with another link and another week.
     *
     * @throws Problem with {@link Code#QUOTA_EXCEEDED} if it had expired and the team is full by now
     */
    @Transactional
    public InvitationLink resend(UUID id) {
        TenantId tenant = TenantScope.required();
        OffsetDateTime now = OffsetDateTime.now(clock);
        enrolment.lockTeam(tenant);
        Invitation before = lockOpen(tenant, id);
        if (before.isExpired(now)) {
            enrolment.requireRoom(tenant, now);
        }
        Invitation prolonged = new Invitation(
                id, before.email(), before.role(), before.invitedBy(), before.createdAt(), now.plus(VALID));
        rows.prolong(tenant, id, prolonged.expiresAt());
        events.publishEvent(new Audited("invitation.resent", before.email(), null, null));
        return written(tenant, prolonged);
    }

    /**
     * Another link to hand over by oneself.
     *
     * @throws Problem if the invitation is not open any more
     */
    @Transactional
    public InvitationLink link(UUID id) {
        TenantId tenant = TenantScope.required();
        Invitation invitation = lockOpen(tenant, id);
        if (invitation.isExpired(OffsetDateTime.now(clock))) {
            throw Problem.invalid("id", "is of an expired invitation. Send it again instead.");
        }
        return new InvitationLink(invitation, links.make(tenant, Kind.INVITATION, id));
    }

    /** Takes an invitation back; its links lead nowhere from now on. */
    @Transactional
    public void revoke(UUID id) {
        TenantId tenant = TenantScope.required();
        Invitation invitation = lockOpen(tenant, id);
        rows.revoke(tenant, id, OffsetDateTime.now(clock));
        events.publishEvent(
                new Audited("invitation.revoked", invitation.email(), Map.of("role", invitation.role()), null));
    }

    /** What a link leads to. */
    @OpenToAll("whoever has the link is whom it was made for")
    public FoundInvitation look(String token) {
        return links.find(Kind.INVITATION, token)
                .<FoundInvitation>map(link -> TenantScope.call(
                        link.tenant(),
                        Actor.platform(),
                        () -> Objects.requireNonNull(transaction.execute(status -> {
                            Kept kept =
                                    rows.find(link.tenant(), link.subjectId()).orElse(null);
                            return kept == null
                                    ? new FoundInvitation.Closed(LinkEnd.UNKNOWN)
                                    : unlessSuspended(
                                            link.tenant(),
                                            found(kept, shops.current().name()));
                        }))))
                .orElseGet(() -> new FoundInvitation.Closed(LinkEnd.UNKNOWN));
    }

    /**
     * Makes a member of whoever has the link.
     *
     * @throws Problem with {@link Code#NOT_FOUND} if the link leads nowhere (any more), with {@link Code#SUSPENDED} while the
     *     shop is, or naming what is wrong with the input
     */
    @OpenToAll("whoever has the link is whom it was made for")
    public Member accept(String token, String name, String password) {
        FieldErrors errors = new FieldErrors();
        errors.text("name", name, 40);
        Credentials.checkPassword(errors, "password", password);
        errors.throwIfAny();
        LinkEntry link = links.find(Kind.INVITATION, token).orElseThrow(Invitations::gone);
        suspensions.of(link.tenant()).ifPresent(suspension -> {
            throw suspension.problem();
        });
        String passwordHash = Objects.requireNonNull(encoder.encode(password));
        TenantId tenant = link.tenant();
        Invitation invitation = TenantScope.call(
                tenant,
                () -> Objects.requireNonNull(transaction.execute(
                                status -> rows.find(tenant, link.subjectId()).orElseThrow(Invitations::gone)))
                        .invitation());
        Actor actor = new Actor(
                Actor.Kind.MEMBER, invitation.email(), invitation.role().permissions());
        return TenantScope.call(
                tenant,
                actor,
                () -> Objects.requireNonNull(
                        transaction.execute(status -> join(tenant, link.subjectId(), name.strip(), passwordHash))));
    }

    private Member join(TenantId tenant, UUID id, String name, String passwordHash) {
        // first, as whoever invites does: the two must not wait for each other
        enrolment.lockTeam(tenant);
        Kept kept = rows.lock(tenant, id).orElseThrow(Invitations::gone);
        Invitation invitation = kept.invitation();
        if (!(found(kept, "") instanceof FoundInvitation.Open)) {
            throw gone();
        }
        rows.accept(tenant, id, OffsetDateTime.now(clock));
        Member member = enrolment.enrol(tenant, invitation.email(), name, passwordHash, invitation.role());
        events.publishEvent(
                new Audited("invitation.accepted", invitation.email(), null, Map.of("role", invitation.role())));
        return member;
    }

    private FoundInvitation unlessSuspended(TenantId tenant, FoundInvitation found) {
        return found instanceof FoundInvitation.Open && suspensions.of(tenant).isPresent()
                ? new FoundInvitation.Closed(LinkEnd.SUSPENDED)
                : found;
    }

    private FoundInvitation found(Kept kept, String shop) {
        Invitation invitation = kept.invitation();
        if (kept.accepted()) {
            return new FoundInvitation.Closed(LinkEnd.USED);
        }
        if (kept.revoked()) {
            return new FoundInvitation.Closed(LinkEnd.REVOKED);
        }
        if (invitation.isExpired(OffsetDateTime.now(clock))) {
            return new FoundInvitation.Closed(LinkEnd.EXPIRED);
        }
        return new FoundInvitation.Open(
                shop, invitation.email(), invitation.role(), invitation.invitedBy(), invitation.expiresAt());
    }

    private InvitationLink written(TenantId tenant, Invitation invitation) {
        String token = links.make(tenant, Kind.INVITATION, invitation.id());
        letters.invite(shops.current(), invitation, token);
        return new InvitationLink(invitation, token);
    }

    private Invitation lockOpen(TenantId tenant, UUID id) {
        return rows.lock(tenant, id)
                .filter(kept -> !kept.accepted() && !kept.revoked())
                .map(Kept::invitation)
                .orElseThrow(() -> Problem.notFound("open invitation"));
    }

    private static Problem gone() {
        return Problem.notFound("open invitation");
    }
}
