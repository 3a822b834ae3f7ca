package io.xiaoer.rollout;

import io.xiaoer.rollout.RolloutChange.Kind;
import io.xiaoer.rollout.internal.ChangeRows;
import io.xiaoer.rollout.internal.RolloutRows;
import io.xiaoer.shared.Audited;
import io.xiaoer.shared.FieldErrors;
import io.xiaoer.shared.Ids;
import io.xiaoer.shared.Problem;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Writes steps down with the numbers of the moment. */
@Component
class RolloutSteps {

    private static final int MAX_REASON = 500;

    private final RolloutRows rows;
    private final ChangeRows changes;
    private final ObjectProvider<GateEvidence> evidence;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RolloutSteps(
            RolloutRows rows,
            ChangeRows changes,
            ObjectProvider<GateEvidence> evidence,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.changes = changes;
        this.evidence = evidence;
        this.events = events;
        this.clock = clock;
    }

    /** A rollout as the audit trail keeps it: without the staff link's code. */
    private record Standing(
            Stage stage, int liveRelease, @Nullable Integer candidate) {
        static Standing of(Rollout rollout) {
            return new Standing(rollout.stage(), rollout.liveRelease(), rollout.candidate());
        }
    }

    /** What a step asks for, measured now. */
    List<Gate> gates(Rollout rollout, Step step) {
        GateQuestion question = new GateQuestion(
                rollout.bot(),
                step,
                rollout.piloted(),
                rollout.pilot().number(),
                rollout.pilotedSince(),
                rollout.targets());
        return evidence.orderedStream()
                .flatMap(source -> source.gates(question).stream())
                .toList();
    }

    /**
     * @param reason what people say of it
     * @throws Problem with {@link Problem.Code#VERSION_CONFLICT} if somebody else changed the rollout since {@code old} was read
     */
    Rollout save(Rollout old, Rollout fresh, Kind kind, String reason, List<Gate> numbers, @Nullable Alarm alarm) {
        new FieldErrors().optionalText("reason", reason, MAX_REASON).throwIfAny();
        TenantId tenant = TenantScope.required();
        if (!rows.update(tenant, fresh, OffsetDateTime.now(clock))) {
            throw Problem.versionConflict();
        }
        RolloutChange change = record(fresh, kind, reason, numbers, alarm);
        String what = kind == Kind.HALTED ? "rollout.halted" : "rollout.changed";
        events.publishEvent(new Audited(what, old.bot().toString(), Standing.of(old), Standing.of(fresh)));
        events.publishEvent(new Stepped(tenant, old.bot()));
        if (fresh.stage() != old.stage()) {
            events.publishEvent(new StageChanged(tenant, old.bot(), fresh.stage()));
        }
        if (kind == Kind.HALTED) {
            events.publishEvent(new BotHalted(tenant, old.bot(), change.id()));
        }
        return fresh;
    }

    RolloutChange record(Rollout fresh, Kind kind, String reason, List<Gate> numbers, @Nullable Alarm alarm) {
        RolloutChange change = new RolloutChange(
                Ids.next(),
                OffsetDateTime.now(clock),
                TenantScope.requiredActor().name(),
                kind,
                fresh.stage(),
                fresh.liveRelease(),
                fresh.candidate(),
                reason,
                numbers,
                alarm);
        changes.insert(TenantScope.required(), fresh.bot(), change);
        return change;
    }
}
