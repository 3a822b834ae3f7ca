package io.xiaoer.onboarding;

import io.xiaoer.bots.BotId;
import io.xiaoer.bots.Bots;
import io.xiaoer.onboarding.internal.ProgressRows;
import io.xiaoer.shared.Audited;
import io.xiaoer.shared.Problem;
import io.xiaoer.tenancy.Permission;
import io.xiaoer.tenancy.Requires;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How far the bound shop's owners have come in making a bot ready. Several may be at it at once: marks add up, and only
 * what one owner's choice would overwrite of another's needs the version it was made on.
 */
@Service
@Requires(Permission.EDIT)
public class FirstSteps {

    /** How often a mark is tried when others write at the same moment. */
    private static final int TRIES = 10;

    private final ProgressRows rows;
    private final Bots bots;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    FirstSteps(ProgressRows rows, Bots bots, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.bots = bots;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    @Requires(Permission.VIEW)
    public Progress of(BotId bot) {
        return rows.find(TenantScope.required(), bot).orElseGet(Progress::none);
    }

    @Transactional
    public Progress finish(BotId bot, Step step) {
        Progress old = of(bot);
        if (old.done().contains(step)) {
            return old;
        }
        Progress fresh = mark(bot, progress -> progress.withDone(step));
        events.publishEvent(new Audited("step.finished", step.name().toLowerCase(Locale.ROOT), null, null));
        return fresh;
    }

    /** Leaves a step for later; one that is done stays done. */
    @Transactional
    public Progress skip(BotId bot, Step step) {
        return mark(bot, progress -> progress.withSkipped(step));
    }

    /**
     * Chooses how to connect.
     *
     * @param version of the progress that the choice was made on
     * @throws Problem with {@link Problem.Code#VERSION_CONFLICT} if someone else was faster
     */
    @Transactional
    public Progress connect(BotId bot, Connection connection, int version) {
        bots.get(bot);
        Progress old = of(bot);
        if (old.connection() == connection) {
            return old;
        }
        if (old.version() != version) {
            throw Problem.versionConflict();
        }
        Progress fresh = write(bot, old.withConnection(connection));
        if (fresh == null) {
            throw Problem.versionConflict();
        }
        events.publishEvent(new Audited("connection.chosen", bot.toString(), old.connection(), connection));
        return fresh;
    }

    /** Notes whether an owner found what the bot says of a rule right. */
    @Transactional
    public Progress confirm(BotId bot, String rule, boolean confirmed) {
        return mark(bot, progress -> progress.withRule(rule, confirmed));
    }

    /** Notes whether an owner found the answers to these questions right. */
    @Transactional
    public Progress judge(BotId bot, Set<String> entries, boolean right) {
        return mark(bot, progress -> progress.withQuestions(entries, right));
    }

    /** Reminds the owners of what is left, or no longer. */
    @Transactional
    public Progress dismiss(BotId bot, boolean dismissed) {
        return mark(bot, progress -> progress.withDismissed(dismissed));
    }

    private Progress mark(BotId bot, UnaryOperator<Progress> change) {
        bots.get(bot);
        for (int i = 0; i < TRIES; i++) {
            Progress old = of(bot);
            Progress changed = change.apply(old);
            if (changed.equals(old)) {
                return old;
            }
            Progress fresh = write(bot, changed);
            if (fresh != null) {
                return fresh;
            }
        }
        throw Problem.versionConflict();
    }

    /** Null when someone else has written since {@code changed} was read. */
    private @Nullable Progress write(BotId bot, Progress changed) {
        Progress fresh = new Progress(
                changed.done(),
                changed.skipped(),
                changed.connection(),
                changed.confirmedRules(),
                changed.rightQuestions(),
                changed.dismissed(),
                changed.version() + 1);
        TenantId tenant = TenantScope.required();
        OffsetDateTime now = OffsetDateTime.now(clock);
        boolean written =
                changed.version() == 0 ? rows.insert(tenant, bot, fresh, now) : rows.update(tenant, bot, fresh, now);
        return written ? fresh : null;
    }
}
