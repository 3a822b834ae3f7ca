package io.xiaoer.onboarding;

import io.xiaoer.bots.BotId;
import io.xiaoer.onboarding.PackUpgrade.Fate;
import io.xiaoer.onboarding.PackUpgrade.What;
import io.xiaoer.onboarding.internal.AppliedPack;
import io.xiaoer.onboarding.internal.AppliedPackRows;
import io.xiaoer.onboarding.internal.Changes;
import io.xiaoer.onboarding.internal.MergedContent;
import io.xiaoer.onboarding.internal.PackWords;
import io.xiaoer.onboarding.internal.UpgradePlans;
import io.xiaoer.onboarding.internal.UpgradePlans.Plan;
import io.xiaoer.onboarding.internal.UpgradeUndoing;
import io.xiaoer.onboarding.internal.UpgradeWork;
import io.xiaoer.rehearsal.Effect;
import io.xiaoer.rehearsal.Effects;
import io.xiaoer.shared.Audited;
import io.xiaoer.shared.Problem;
import io.xiaoer.shared.Problem.Code;
import io.xiaoer.shared.Problem.FieldError;
import io.xiaoer.tenancy.Permission;
import io.xiaoer.tenancy.Requires;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Brings newer versions of their packs to the bound shop's bots: the shop's edits win, tests come first, and each can be taken back. */
@Service
@Requires(Permission.VIEW)
public class PackUpgrades {

    private final UpgradePlans plans;
    private final UpgradeWork work;
    private final UpgradeUndoing undoing;
    private final AppliedPackRows rows;
    private final Effects effects;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PackUpgrades(
            UpgradePlans plans,
            UpgradeWork work,
            UpgradeUndoing undoing,
            AppliedPackRows rows,
            Effects effects,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.plans = plans;
        this.work = work;
        this.undoing = undoing;
        this.rows = rows;
        this.effects = effects;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * An upgrade that was taken and can be taken back.
     *
     * @param number to take it back by
     */
    public record Applied(int number, String template, int version, String by, OffsetDateTime at) {}

    /** Something that an undoing leaves as it is, because it was changed since. */
    public record Left(What what, String subject, String title) {}

    /** Whether there may be something to take; the quickest way to tell that there is not. */
    @Transactional(readOnly = true)
    public boolean isNewer(BotId bot) {
        return plans.isNewer(bot);
    }

    /** What the newest version of the bot's pack would bring; empty if nothing. */
    @Transactional(readOnly = true)
    public Optional<PackUpgrade> offered(BotId bot) {
        return plans.plan(bot).map(Plan::upgrade);
    }

    /** The upgrade that was taken last, unless it was taken back. */
    @Transactional(readOnly = true)
    public Optional<Applied> last(BotId bot) {
        TenantId tenant = TenantScope.required();
        return rows.head(tenant, bot)
                .filter(head -> head.number() > 1)
                .flatMap(head -> rows.find(tenant, bot, head.number()))
                .filter(applied -> applied.changes() != null)
                .map(PackUpgrades::applied);
    }

    /**
     * What the upgrade would do to what shoppers asked lately, and to the bot's test cases. Takes seconds, and is not for use in a transaction.
     *
     * @throws Problem if there is nothing to take
     */
    @Requires(Permission.EDIT)
    public Effect preview(BotId bot) {
        return effects.of(bot, MergedContent.of(planned(bot).merged()));
    }

    /**
     * Takes the upgrade into the draft: all of it or nothing. Takes seconds, and is not for use in a transaction.
     *
     * @param token of the upgrade that was looked at
     * @param evenIfBroken whether test cases may come to fail that publishing waits for
     * @throws Problem with {@link Code#VERSION_CONFLICT} if something has changed since, or with {@link Code#PUBLISH_BLOCKED} naming the
     *     cases that would fail
     */
    @Requires(Permission.EDIT)
    public Applied apply(BotId bot, String token, boolean evenIfBroken) {
        Plan plan = planned(bot);
        requireSame(plan, token);
        if (!evenIfBroken) {
            block(effects.of(bot, MergedContent.of(plan.merged())));
        }
        return inTransaction(() -> {
            Plan now = plans.plan(bot).orElseThrow(Problem::versionConflict);
            requireSame(now, token);
            return write(bot, now);
        });
    }

    private Applied write(BotId bot, Plan plan) {
        TenantId tenant = TenantScope.required();
        PackUpgrade upgrade = plan.upgrade();
        Changes changes = work.write(bot, plan);
        AppliedPack applied = new AppliedPack(
                Math.max(1, rows.last(tenant, bot)) + 1,
                plan.pack().key(),
                plan.pack().locale(),
                upgrade.to(),
                PackWords.of(plan.pack()),
                changes,
                TenantScope.requiredActor().name(),
                OffsetDateTime.now(clock),
                null);
        if (!rows.insert(tenant, bot, applied)) {
            throw Problem.versionConflict();
        }
        events.publishEvent(new Audited(
                "pack.upgraded",
                bot.toString(),
                Map.of("version", upgrade.from()),
                Map.of(
                        "version",
                        upgrade.to(),
                        "created",
                        upgrade.count(Fate.NEW),
                        "updated",
                        upgrade.count(Fate.IMPROVED),
                        "withdrawn",
                        upgrade.count(Fate.WITHDRAWN),
                        "kept",
                        upgrade.count(Fate.KEPT))));
        return applied(applied);
    }

    /**
     * Takes an upgrade back, the last one only.
     *
     * @return what stays as it is because it was changed since
     * @throws Problem if it is not the last one, or was taken back already
     */
    @Transactional
    @Requires(Permission.EDIT)
    public List<Left> undo(BotId bot, int number) {
        TenantId tenant = TenantScope.required();
        AppliedPack applied = rows.head(tenant, bot)
                .filter(head -> head.number() == number)
                .flatMap(head -> rows.find(tenant, bot, number))
                .orElseThrow(() -> Problem.notFound("upgrade that can be undone"));
        Changes changes = applied.changes();
        if (changes == null) {
            throw Problem.notFound("upgrade that can be undone");
        }
        if (!rows.undo(tenant, bot, number, OffsetDateTime.now(clock))) {
            throw Problem.versionConflict();
        }
        List<Left> left = undoing.undo(bot, changes);
        events.publishEvent(new Audited(
                "pack.undone", bot.toString(), Map.of("version", applied.version()), Map.of("kept", left.size())));
        return left;
    }

    private static Applied applied(AppliedPack applied) {
        return new Applied(applied.number(), applied.template(), applied.version(), applied.actor(), applied.at());
    }

    private Plan planned(BotId bot) {
        return inTransaction(() -> plans.plan(bot)).orElseThrow(() -> Problem.notFound("newer version of the pack"));
    }

    private static void requireSame(Plan plan, String token) {
        if (!plan.upgrade().token().equals(token)) {
            throw Problem.versionConflict();
        }
    }

    private static void block(Effect effect) {
        if (effect.breaksRequired()) {
            List<FieldError> broken = effect.broken().stream()
                    .filter(flip -> flip.tested().required())
                    .map(flip -> new FieldError(
                            "case." + flip.tested().id(), flip.tested().question()))
                    .toList();
            throw new Problem(
                    Code.PUBLISH_BLOCKED,
                    "Test cases that publishing waits for would fail: "
                            + broken.getFirst().message(),
                    broken);
        }
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }
}
