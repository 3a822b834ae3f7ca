package io.xiaoer.tenants;

import io.xiaoer.shared.Audited;
import io.xiaoer.shared.FieldErrors;
import io.xiaoer.shared.Ids;
import io.xiaoer.shared.Problem;
import io.xiaoer.shared.Problem.Code;
import io.xiaoer.shared.Texts;
import io.xiaoer.tenancy.Actor;
import io.xiaoer.tenancy.Directory;
import io.xiaoer.tenancy.Directory.LinkEntry;
import io.xiaoer.tenancy.OpenToAll;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import io.xiaoer.tenants.internal.LetterWriter;
import io.xiaoer.tenants.internal.Links;
import io.xiaoer.tenants.internal.Links.Kind;
import io.xiaoer.tenants.internal.MemberRows;
import io.xiaoer.tenants.internal.ResetRows;
import io.xiaoer.tenants.internal.ResetRows.Kept;
import io.xiaoer.tenants.internal.SessionRows;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** New passwords for those who forgot theirs, by a link in a letter that holds for an hour and works once. */
@Service
@OpenToAll("before the login")
public class PasswordResets {

    /** How long a link can be used. */
    public static final Duration VALID = Duration.ofHours(1);

    private final ResetRows rows;
    private final MemberRows members;
    private final SessionRows sessions;
    private final Links links;
    private final Directory directory;
    private final LetterWriter letters;
    private final Shops shops;
    private final PasswordGuesses guesses;
    private final PasswordEncoder encoder;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PasswordResets(
            ResetRows rows,
            MemberRows members,
            SessionRows sessions,
            Links links,
            Directory directory,
            LetterWriter letters,
            Shops shops,
            PasswordGuesses guesses,
            PasswordEncoder encoder,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.members = members;
        this.sessions = sessions;
        this.links = links;
        this.directory = directory;
        this.letters = letters;
        this.shops = shops;
        this.guesses = guesses;
        this.encoder = encoder;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Writes to whoever logs in with this address; to nobody if nobody does. That takes longer where there is someone, so
     * whoever asked must not be kept waiting for it.
     */
    public void request(String email) {
        String address = Members.canonicalEmail(email);
        if (!Texts.isClean(address)) {
            return;
        }
        directory
                .findLogin(address)
                .ifPresent(login -> TenantScope.run(
                        login.tenant(),
                        Actor.platform(),
                        () -> transaction.executeWithoutResult(status -> members.find(login.tenant(), login.memberId())
                                .ifPresent(member -> write(login.tenant(), member)))));
    }

    private void write(TenantId tenant, Member member) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        UUID id = Ids.next();
        rows.insert(tenant, id, member.id(), now, now.plus(VALID));
        letters.reset(shops.current(), member, links.make(tenant, Kind.PASSWORD_RESET, id), now.plus(VALID));
    }

    /** What a link leads to. */
    public FoundReset look(String token) {
        return links.find(Kind.PASSWORD_RESET, token)
                .<FoundReset>map(link -> TenantScope.call(
                        link.tenant(),
                        () -> Objects.requireNonNull(transaction.execute(
                                status -> rows.find(link.tenant(), link.subjectId())
                                        .map(kept -> found(link.tenant(), kept))
                                        .orElseGet(() -> new FoundReset.Closed(LinkEnd.UNKNOWN))))))
                .orElseGet(() -> new FoundReset.Closed(LinkEnd.UNKNOWN));
    }

    private FoundReset found(TenantId tenant, Kept kept) {
        if (kept.used()) {
            return new FoundReset.Closed(LinkEnd.USED);
        }
        if (!OffsetDateTime.now(clock).isBefore(kept.expiresAt())) {
            return new FoundReset.Closed(LinkEnd.EXPIRED);
        }
        return members.find(tenant, kept.memberId())
                .<FoundReset>map(member -> new FoundReset.Open(member.email()))
                .orElseGet(() -> new FoundReset.Closed(LinkEnd.UNKNOWN));
    }

    /**
     * Sets the new password. All of the member's sessions end, and all their other links with them; earlier wrong guesses
     * count no more.
     *
     * @throws Problem with {@link Code#NOT_FOUND} if the link leads nowhere (any more), or naming what is wrong with the password
     */
    public void reset(String token, String password) {
        FieldErrors errors = new FieldErrors();
        Credentials.checkPassword(errors, "password", password);
        errors.throwIfAny();
        LinkEntry link = links.find(Kind.PASSWORD_RESET, token).orElseThrow(PasswordResets::gone);
        String passwordHash = Objects.requireNonNull(encoder.encode(password));
        TenantId tenant = link.tenant();
        if (!(look(token) instanceof FoundReset.Open open)) {
            throw gone();
        }
        // the password is no key to what the role allows: only its owner is named
        Actor actor = new Actor(Actor.Kind.MEMBER, open.email(), java.util.Set.of());
        TenantScope.run(
                tenant,
                actor,
                () -> transaction.executeWithoutResult(status -> set(tenant, link.subjectId(), passwordHash)));
        guesses.forget(open.email());
    }

    private void set(TenantId tenant, UUID id, String passwordHash) {
        Kept kept = rows.lock(tenant, id).orElseThrow(PasswordResets::gone);
        if (!(found(tenant, kept) instanceof FoundReset.Open open)) {
            throw gone();
        }
        members.setPassword(tenant, kept.memberId(), passwordHash);
        rows.useAll(tenant, kept.memberId(), OffsetDateTime.now(clock));
        sessions.removeAll(tenant, kept.memberId());
        events.publishEvent(new Audited("password.reset", open.email(), null, null));
    }

    private static Problem gone() {
        return Problem.notFound("link");
    }
}
