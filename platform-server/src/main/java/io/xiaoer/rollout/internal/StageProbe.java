package io.xiaoer.rollout.internal;

import io.xiaoer.rollout.internal.RolloutRows.Reach;
import io.xiaoer.shared.Health;
import io.xiaoer.shared.Health.Trial;
import io.xiaoer.shared.HealthProbe;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** How far a shop's bots are let out, how a pilot fills, and which were taken back by themselves. */
@Component
class StageProbe implements HealthProbe {

    private final RolloutRows rows;
    private final ChangeRows changes;
    private final Clock clock;

    StageProbe(RolloutRows rows, ChangeRows changes, Clock clock) {
        this.rows = rows;
        this.changes = changes;
        this.clock = clock;
    }

    @Override
    public Health examine(List<Span> spans) {
        TenantId tenant = TenantScope.required();
        List<Reach> reaches = rows.reaches(tenant);
        return Health.ofStage(
                reaches.stream()
                        .findFirst()
                        .map(reach -> reach.stage().name().toLowerCase(Locale.ROOT))
                        .orElse(null),
                reaches.stream()
                        .filter(Reach::piloting)
                        .findFirst()
                        .map(reach -> new Trial(reach.enrolled(), reach.size()))
                        .orElse(null),
                changes.halts(tenant, clock.instant().minus(Health.HALTS_KEPT)));
    }
}
