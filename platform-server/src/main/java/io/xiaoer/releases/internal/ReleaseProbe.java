package io.xiaoer.releases.internal;

import io.xiaoer.shared.Health;
import io.xiaoer.shared.HealthProbe;
import io.xiaoer.tenancy.TenantScope;
import java.util.List;
import org.springframework.stereotype.Component;

/** When a shop last published. */
@Component
class ReleaseProbe implements HealthProbe {

    private final ReleaseRows rows;

    ReleaseProbe(ReleaseRows rows) {
        this.rows = rows;
    }

    @Override
    public Health examine(List<Span> spans) {
        return Health.ofLastRelease(rows.lastPublished(TenantScope.required()));
    }
}
