package io.xiaoer.rollout;

import io.xiaoer.bots.BotId;
import io.xiaoer.releases.Releases;
import io.xiaoer.rollout.RolloutChange.Kind;
import io.xiaoer.rollout.internal.ChangeRows;
import io.xiaoer.rollout.internal.RolloutRows;
import io.xiaoer.rollout.internal.SideRows;
import io.xiaoer.shared.Audited;
import io.xiaoer.shared.FieldErrors;
import io.xiaoer.shared.Ids;
import io.xiaoer.shared.Problem;
import io.xiaoer.shared.Problem.FieldError;
import io.xiaoer.tenancy.OpenToAll;
import io.xiaoer.tenancy.Permission;
import io.xiaoer.tenancy.Requires;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Which release of the bound shop's bots is live, and for whom. */
@Service
@Requires(Permission.EDIT)
public class Rollouts {

    private static final int STAFF_CODE_BYTES = 18;
    private static final int SALT_BYTES = 16;
    private static final int MAX_STAFF = 1000;

    private final RolloutRows rows;
    private final SideRows sides;
    private final ChangeRows changes;
    private final RolloutSteps steps;
    private final Releases releases;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Rollouts(
            RolloutRows rows,
            SideRows sides,
            ChangeRows changes,
            RolloutSteps steps,
            Releases releases,
            ApplicationEventPublisher events,
            Clock clock,
            TransactionTemplate transaction) {
        this.rows = rows;
        this.sides = sides;
        this.changes = changes;
        this.steps = steps;
        this.releases = releases;
        this.events = events;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Publishes a new bot's first release, for staff only. */
    @Transactional
    public Rollout begin(BotId bot, String note) {
        int number = releases.publish(releases.prepare(bot, note));
        OffsetDateTime now = now();
        Rollout rollout = new Rollout(
                bot,
                Stage.INTERNAL,
                number,
                null,
                false,
                Ids.secret(STAFF_CODE_BYTES),
                List.of(),
                new Pilot(0, PilotSettings.DEFAULT, 0, null),
                Targets.DEFAULT,
                now,
                1);
        rows.insert(TenantScope.required(), rollout, now);
        steps.record(rollout, Kind.RELEASED, note, List.of(), null);
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

    /** What the next step forward asks for, measured now; empty if there is none. */
    @Transactional(readOnly = true)
    @Requires(Permission.VIEW)
    public List<Gate> gates(Rollout rollout) {
        return rollout.nextStep().map(step -> steps.gates(rollout, step)).orElse(List.of());
    }

    /** What changed, newest first. */
    @Transactional(readOnly = true)
    @Requires(Permission.VIEW)
    public List<RolloutChange> history(BotId bot, int limit) {
        return changes.newest(TenantScope.required(), bot, limit);
    }

    /** One change of {@link #history}. */
    @Transactional(readOnly = true)
    @Requires(Permission.VIEW)
    public Optional<RolloutChange> change(BotId bot, UUID id) {
        return changes.find(TenantScope.required(), bot, id);
    }

    /**
     * Lets the bot out further or takes it back. With a candidate, {@link Stage#FULL} makes it live for everyone; {@link Stage#INTERNAL}
     * withdraws it.
     *
     * @param reason may be empty for a step back, and for one forward that meets all its gates
     * @param version the one the caller knows; null for whatever it is
     * @throws Problem if a step forward does not meet its gates and gives no reason, or somebody else changed the rollout
     */
    @Transactional
    public Rollout moveTo(BotId bot, Stage stage, String reason, @Nullable Integer version) {
        Rollout old = lock(bot, version);
        if (old.stage() == stage) {
            return old;
        }
        Rollout fresh = old;
        List<Gate> numbers;
        if (stage.compareTo(old.stage()) > 0) {
            Step step = stage == Stage.PILOT ? Step.TO_PILOT : old.restServed() ? Step.PROMOTE : Step.TO_FULL;
            numbers = steps.gates(old, step);
            requireReason(numbers, reason);
        } else {
            numbers = gates(old);
        }
        if (stage == Stage.PILOT && old.pilot().number() == 0) {
            fresh = beginPilot(old);
        }
        fresh = switch (stage) {
            case INTERNAL -> fresh.at(stage, old.liveRelease(), null, false, now());
            // from everyone back to a cohort, a candidate is for the cohort and everyone else stays
            case PILOT ->
                fresh.at(
                        stage,
                        old.liveRelease(),
                        old.candidate(),
                        old.candidate() != null && old.stage() == Stage.FULL,
                        now());
            case FULL -> fresh.at(stage, old.piloted(), null, false, now());
        };
        return steps.save(old, fresh, Kind.MOVED, reason, numbers, null);
    }

    /**
     * Tries another release on new shoppers: on those of a pilot of its own while everyone else stays on the live release, or, if only a
     * pilot's members are served, on them.
     *
     * @param number null to withdraw the one there is: its members go back to the live release
     * @param reason required if the release has halted the bot before
     * @param version the one the caller knows; null for whatever it is
     * @throws Problem if there is no such release, or it is the live one
     */
    @Transactional
    public Rollout candidate(BotId bot, @Nullable Integer number, String reason, @Nullable Integer version) {
        Rollout old = lock(bot, version);
        if (Objects.equals(old.candidate(), number)) {
            return old;
        }
        List<Gate> numbers = gates(old);
        if (number == null) {
            Stage stage = old.restServed() ? Stage.FULL : old.stage();
            return steps.save(
                    old, old.at(stage, old.liveRelease(), null, false, now()), Kind.CANDIDATE, reason, numbers, null);
        }
        requireCandidate(old, number, reason);
        Rollout begun = old.servesRest() ? beginPilot(old) : old;
        return steps.save(
                old,
                begun.at(old.stage(), old.liveRelease(), number, old.restServed(), now()),
                Kind.CANDIDATE,
                reason,
                numbers,
                null);
    }

    private void requireCandidate(Rollout old, int number, String reason) {
        TenantId tenant = TenantScope.required();
        if (!releases.exists(old.bot(), number)) {
            throw Problem.invalid("candidate", "is no release of this bot");
        }
        if (number == old.liveRelease()) {
            throw Problem.invalid("candidate", "is the live release already");
        }
        if (reason.isBlank() && changes.hasHalted(tenant, old.bot(), number)) {
            throw Problem.invalid("reason", "is required: this release has halted the bot before");
        }
    }

    /**
     * Makes the candidate the live release, for everyone who is served.
     *
     * @throws Problem if there is none, or its gates are not met and no reason is given
     */
    @Transactional
    public Rollout promote(BotId bot, String reason, @Nullable Integer version) {
        Rollout old = lock(bot, version);
        Integer candidate = old.candidate();
        if (candidate == null) {
            throw Problem.invalid("candidate", "is not set, so there is none to promote");
        }
        List<Gate> numbers = steps.gates(old, Step.PROMOTE);
        if (old.servesRest()) {
            requireReason(numbers, reason);
        }
        Stage stage = old.servesRest() ? Stage.FULL : old.stage();
        return steps.save(old, old.at(stage, candidate, null, false, now()), Kind.RELEASED, reason, numbers, null);
    }

    private static void requireReason(List<Gate> gates, String reason) {
        List<Gate> open = gates.stream().filter(gate -> !gate.holds()).toList();
        if (open.isEmpty() || !reason.isBlank()) {
            return;
        }
        List<FieldError> errors =
                new ArrayList<>(List.of(new FieldError("reason", "is required to go on all the same")));
        open.forEach(gate -> errors.add(new FieldError("gates/" + gate.name(), gate.note())));
        throw new Problem(
                Problem.Code.INVALID_INPUT,
                "Not met yet: " + open.stream().map(Gate::name).collect(Collectors.joining(", "))
                        + ". Give a reason to go on all the same.",
                errors);
    }

    /** Changes who is taken into a pilot and what is wanted of it; null leaves either as it is. Who is in stays. */
    @Transactional
    public Rollout set(
            BotId bot, @Nullable PilotSettings settings, @Nullable Targets targets, @Nullable Integer version) {
        Rollout old = lock(bot, version);
        PilotSettings newSettings = settings == null ? old.pilot().settings() : settings;
        Targets newTargets = targets == null ? old.targets() : targets;
        newSettings.validate();
        newTargets.validate();
        if (newSettings.equals(old.pilot().settings()) && newTargets.equals(old.targets())) {
            return old;
        }
        Rollout fresh = old.with(newSettings, newTargets);
        write(fresh);
        events.publishEvent(new Audited(
                "pilot.changed",
                bot.toString(),
                new Wanted(old.pilot().settings(), old.targets()),
                new Wanted(newSettings, newTargets)));
        return fresh;
    }

    /** What the audit trail keeps of a change of settings. */
    private record Wanted(PilotSettings pilot, Targets targets) {}

    private Rollout beginPilot(Rollout old) {
        int number = old.pilot().number() + 1;
        sides.begin(TenantScope.required(), old.bot(), number, Ids.secret(SALT_BYTES), now());
        return old.inPilot(number, now());
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
        Rollout fresh = old.withStaffCode(Ids.secret(STAFF_CODE_BYTES));
        write(fresh);
        rows.forgetMarkedStaff(TenantScope.required(), bot);
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
                goLive(lock(bot, null), number, note);
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
        return goLive(old, number, "rollback to " + number);
    }

    private Rollout goLive(Rollout old, int number, String reason) {
        List<Gate> numbers = old.stage() == Stage.INTERNAL ? List.of() : gates(old);
        Integer candidate = old.candidate();
        Rollout fresh = candidate != null && candidate == number
                ? old.at(old.restServed() ? Stage.FULL : old.stage(), number, null, false, now())
                : old.at(old.stage(), number, candidate, old.restServed(), now());
        return steps.save(old, fresh, Kind.RELEASED, reason, numbers, null);
    }

    private Rollout find(BotId bot) {
        return rows.find(TenantScope.required(), bot).orElseThrow(() -> Problem.notFound("bot"));
    }

    /** What is about to be changed: whoever else wants to waits. */
    private Rollout lock(BotId bot, @Nullable Integer version) {
        Rollout found = rows.lock(TenantScope.required(), bot).orElseThrow(() -> Problem.notFound("bot"));
        if (version != null && version != found.version()) {
            throw Problem.versionConflict();
        }
        return found;
    }

    private void write(Rollout fresh) {
        if (!rows.update(TenantScope.required(), fresh, now())) {
            throw Problem.versionConflict();
        }
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
