package io.xiaoer.rollout.internal;

import io.xiaoer.shared.Health;
import io.xiaoer.shared.HealthProbe;
import io.xiaoer.tenancy.TenantScope;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** How far a shop's bots are let out. */
@Component
class StageProbe implements HealthProbe {

    private final RolloutRows rows;

    StageProbe(RolloutRows rows) {
        this.rows = rows;
    }

    @Override
    public Health examine(List<Span> spans) {
        return Health.ofStage(rows.furthest(TenantScope.required())
                .map(stage -> stage.name().toLowerCase(Locale.ROOT))
                .orElse(null));
    }
}
