package io.xiaoer.rollout;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.xiaoer.bots.BotId;
import io.xiaoer.rollout.RolloutChange.Kind;
import io.xiaoer.rollout.internal.ChangeRows;
import io.xiaoer.rollout.internal.RolloutRows;
import io.xiaoer.tenancy.OpenToAll;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes bots of the bound shop back that got worse. Nothing goes forward again by itself. */
@Service
@OpenToAll("whoever watches the outcomes")
public class Halts {

    private static final Duration KNOWN_FOR = Duration.ofSeconds(2);

    private final RolloutRows rows;
    private final ChangeRows changes;
    private final RolloutSteps steps;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Cache<Key, Optional<Watched>> known = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(KNOWN_FOR)
            .build();

    Halts(RolloutRows rows, ChangeRows changes, RolloutSteps steps, TransactionTemplate transaction, Clock clock) {
        this.rows = rows;
        this.changes = changes;
        this.steps = steps;
        this.transaction = transaction;
        this.clock = clock;
    }

    private record Key(TenantId tenant, BotId bot) {}

    /**
     * What is watched of a bot.
     *
     * @param release whose outcomes count
     * @param since from when on
     * @param pilot whose members count; null for everyone
     * @param before the release that was live before, or that everyone else meets; null if there is none to compare with
     */
    public record Watched(
            int release,
            OffsetDateTime since,
            @Nullable Integer pilot,
            @Nullable Integer before) {}

    /**
     * What is to be watched now, as other nodes had it two seconds ago at the latest; empty for a bot that only staff meet, and for one that has
     * been out for everyone since its last change of stage.
     */
    public Optional<Watched> watched(BotId bot) {
        TenantId tenant = TenantScope.required();
        Key key = new Key(tenant, bot);
        Optional<Watched> lately = known.getIfPresent(key);
        if (lately == null) {
            lately = Objects.requireNonNull(
                    transaction.execute(status -> rows.find(tenant, bot).flatMap(this::watched)));
            known.put(key, lately);
        }
        return lately;
    }

    /** On this node it counts at once. */
    @EventListener
    void on(Stepped event) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                known.invalidate(new Key(event.tenant(), event.bot()));
            }
        });
    }

    private Optional<Watched> watched(Rollout rollout) {
        if (rollout.isPiloting()) {
            return Optional.of(new Watched(
                    rollout.piloted(),
                    rollout.pilotedSince(),
                    rollout.pilot().number(),
                    rollout.candidate() == null ? liveBefore(rollout).orElse(null) : (Integer) rollout.liveRelease()));
        }
        if (rollout.stage() != Stage.FULL) {
            return Optional.empty();
        }
        return liveBefore(rollout)
                .map(before -> new Watched(rollout.liveRelease(), rollout.pilotedSince(), null, before));
    }

    private Optional<Integer> liveBefore(Rollout rollout) {
        return changes.liveBefore(TenantScope.required(), rollout.bot());
    }

    /**
     * Takes the bot back: a candidate is withdrawn; a release that went live lately gives way to the one before; else the bot goes one
     * stage back. Does nothing if the bot has changed since the alarm's observations began, so that two nodes halt it once.
     *
     * @return what was changed; empty if nothing
     */
    @Transactional
    public Optional<RolloutChange> halt(BotId bot, Alarm alarm) {
        TenantId tenant = TenantScope.required();
        Optional<Rollout> found = rows.lock(tenant, bot);
        if (found.isEmpty() || !isAbout(found.get(), alarm)) {
            return Optional.empty();
        }
        Rollout old = found.get();
        List<Gate> numbers = old.nextStep().map(step -> steps.gates(old, step)).orElse(List.of());
        steps.save(old, back(old), Kind.HALTED, "", numbers, alarm);
        return changes.newest(tenant, bot, 1).stream().findFirst();
    }

    private static boolean isAbout(Rollout rollout, Alarm alarm) {
        return rollout.stage() != Stage.INTERNAL
                && rollout.piloted() == alarm.release()
                && rollout.pilotedSince().isEqual(alarm.since());
    }

    private Rollout back(Rollout old) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        if (old.candidate() != null) {
            return old.at(old.restServed() ? Stage.FULL : old.stage(), old.liveRelease(), null, false, now);
        }
        Optional<Integer> before = liveBefore(old);
        if (before.isPresent()) {
            return old.at(old.stage(), before.get(), null, false, now);
        }
        Stage stage = old.stage() == Stage.FULL ? Stage.PILOT : Stage.INTERNAL;
        return old.at(stage, old.liveRelease(), null, false, now);
    }
}
