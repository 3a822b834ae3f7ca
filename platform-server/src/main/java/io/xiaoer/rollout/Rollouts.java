package io.xiaoer.rollout;

import io.xiaoer.bots.BotId;
import io.xiaoer.releases.Releases;
import io.xiaoer.rollout.Admission.Admitted;
import io.xiaoer.rollout.Admission.NotYet;
import io.xiaoer.rollout.internal.RolloutRows;
import io.xiaoer.shared.Audited;
import io.xiaoer.shared.FieldErrors;
import io.xiaoer.shared.Ids;
import io.xiaoer.shared.Problem;
import io.xiaoer.tenancy.OpenToAll;
import io.xiaoer.tenancy.Permission;
import io.xiaoer.tenancy.Requires;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Which release of the bound shop's bots is live, and for whom. */
@Service
@Requires(Permission.EDIT)
public class Rollouts {

    private static final int STAFF_CODE_BYTES = 18;
    private static final int MAX_STAFF = 1000;

    /** A rollout as the audit trail keeps it: without the staff link's code. */
    private record Standing(Stage stage, int liveRelease) {
        static Standing of(Rollout rollout) {
            return new Standing(rollout.stage(), rollout.liveRelease());
        }
    }

    private final RolloutRows rows;
    private final Releases releases;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Rollouts(
            RolloutRows rows,
            Releases releases,
            ApplicationEventPublisher events,
            Clock clock,
            TransactionTemplate transaction) {
        this.rows = rows;
        this.releases = releases;
        this.events = events;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Publishes a new bot's first release, for staff only. */
    @Transactional
    public Rollout begin(BotId bot, String note) {
        int number = releases.publish(releases.prepare(bot, note));
        Rollout rollout = new Rollout(bot, Stage.INTERNAL, number, Ids.secret(STAFF_CODE_BYTES), List.of(), 1);
        TenantId tenant = TenantScope.required();
        OffsetDateTime now = OffsetDateTime.now(clock);
        rows.insert(tenant, rollout, now);
        rows.insertChange(tenant, rollout, note, TenantScope.requiredActor().name(), now);
        return rollout;
    }

    /** @throws Problem if the bound shop has no such bot */
    @Transactional(readOnly = true)
    @Requires(Permission.VIEW)
    public Rollout get(BotId bot) {
        return find(bot);
    }

    /** Whether anyone is staff yet, listed or by the staff link. */
    @Transactional(readOnly = true)
    @Requires(Permission.VIEW)
    public boolean hasStaff(BotId bot) {
        return rows.hasStaff(TenantScope.required(), bot);
    }

    /** Whether {@code shopper} may talk to the bot now, and in which release's words. */
    @Transactional(readOnly = true)
    @OpenToAll("on the shopper's way")
    public Admission admit(BotId bot, ShopperRef shopper) {
        var standing = rows.standing(TenantScope.required(), bot, shopper).orElseThrow(() -> Problem.notFound("bot"));
        if (standing.staff() || standing.stage() == Stage.FULL) {
            return new Admitted(standing.liveRelease(), standing.staff());
        }
        return new NotYet();
    }

    /** Lets the bot out further or takes it back. */
    @Transactional
    public Rollout moveTo(BotId bot, Stage stage, String reason) {
        if (stage == Stage.PILOT) {
            throw Problem.invalid("stage", "must be internal or full; the pilot is not available yet");
        }
        Rollout old = get(bot);
        if (old.stage() == stage) {
            return old;
        }
        Rollout moved = save(old, stage, old.liveRelease(), reason);
        events.publishEvent(new StageChanged(TenantScope.required(), bot, stage));
        return moved;
    }

    /** Makes the listed customers staff, and nobody else but the browsers marked by the staff link. */
    @Transactional
    public void listStaff(BotId bot, List<String> customers) {
        new FieldErrors().texts("staff", customers, MAX_STAFF, 128).throwIfAny();
        List<String> before = find(bot).staff();
        rows.replaceListedStaff(TenantScope.required(), bot, customers, OffsetDateTime.now(clock));
        // whom it was about is a shopper's data
        events.publishEvent(new Audited("staff.changed", bot.toString(), before.size(), customers.size()));
    }

    /**
     * Gives the bot another staff link; the one before is no longer valid, and browsers that were marked by it are not
     * staff any more. Listed customers stay.
     */
    @Transactional
    public Rollout renewStaffLink(BotId bot) {
        Rollout old = find(bot);
        Rollout fresh = new Rollout(
                bot, old.stage(), old.liveRelease(), Ids.secret(STAFF_CODE_BYTES), old.staff(), old.version() + 1);
        TenantId tenant = TenantScope.required();
        if (!rows.update(tenant, fresh, OffsetDateTime.now(clock))) {
            throw Problem.versionConflict();
        }
        rows.forgetMarkedStaff(tenant, bot);
        events.publishEvent(new Audited("staff-link.renewed", bot.toString(), null, null));
        return fresh;
    }

    /**
     * Marks a browser as staff.
     *
     * @throws Problem with {@link Problem.Code#FORBIDDEN} if the code is not the bot's
     */
    @Transactional
    @OpenToAll("the staff link's code is the permission")
    public void markStaff(BotId bot, ShopperRef shopper, String staffCode) {
        Rollout rollout = find(bot);
        if (!MessageDigest.isEqual(
                rollout.staffCode().getBytes(StandardCharsets.UTF_8), staffCode.getBytes(StandardCharsets.UTF_8))) {
            throw new Problem(
                    Problem.Code.FORBIDDEN, "This staff link is not valid. Ask the shop for the current one.");
        }
        rows.addStaff(TenantScope.required(), bot, shopper, OffsetDateTime.now(clock));
    }

    /**
     * Publishes the draft.
     *
     * @param live whether shoppers meet it at once; if not, what is live stays
     * @return the release's number
     */
    public int publish(BotId bot, String note, boolean live) {
        Releases.Prepared prepared = releases.prepare(bot, note);
        return Objects.requireNonNull(transaction.execute(status -> {
            int number = releases.publish(prepared);
            if (live) {
                Rollout old = find(bot);
                save(old, old.stage(), number, note);
            }
            return number;
        }));
    }

    /** Points at an earlier release again; nothing is lost. */
    @Transactional
    public Rollout rollBack(BotId bot, int number) {
        releases.requireExisting(bot, number);
        Rollout old = get(bot);
        if (old.liveRelease() == number) {
            return old;
        }
        return save(old, old.stage(), number, "rollback to " + number);
    }

    private Rollout find(BotId bot) {
        return rows.find(TenantScope.required(), bot).orElseThrow(() -> Problem.notFound("bot"));
    }

    private Rollout save(Rollout old, Stage stage, int release, String reason) {
        Rollout fresh = new Rollout(old.bot(), stage, release, old.staffCode(), old.staff(), old.version() + 1);
        TenantId tenant = TenantScope.required();
        OffsetDateTime now = OffsetDateTime.now(clock);
        if (!rows.update(tenant, fresh, now)) {
            throw Problem.versionConflict();
        }
        rows.insertChange(tenant, fresh, reason, TenantScope.requiredActor().name(), now);
        events.publishEvent(new Audited("rollout.changed", old.bot().toString(), Standing.of(old), Standing.of(fresh)));
        return fresh;
    }
}
