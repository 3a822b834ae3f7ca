package io.xiaoer.connectors.internal.bridges;

import io.xiaoer.connectors.Fault;
import io.xiaoer.connectors.internal.bridges.BridgeRows.State;
import io.xiaoer.connectors.internal.bridges.PushRows.Backlog;
import io.xiaoer.shared.Health;
import io.xiaoer.shared.Health.Platform;
import io.xiaoer.shared.HealthProbe;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How far behind a shop's platforms we are, and how much comes to nothing. */
@Component
class BridgeProbe implements HealthProbe {

    private static final Duration COUNTED = Duration.ofDays(1);

    private final BridgeRows rows;
    private final SyncRows readings;
    private final PushRows pushes;
    private final Clock clock;

    BridgeProbe(BridgeRows rows, SyncRows readings, PushRows pushes, Clock clock) {
        this.rows = rows;
        this.readings = readings;
        this.pushes = pushes;
        this.clock = clock;
    }

    @Override
    public Health examine(List<Span> spans) {
        TenantId tenant = TenantScope.required();
        return Health.ofPlatforms(rows.all(tenant).stream()
                .filter(row -> row.state() != State.LEAVING)
                .map(row -> platform(tenant, row))
                .toList());
    }

    private Platform platform(TenantId tenant, BridgeRows.Row row) {
        Backlog backlog =
                pushes.backlog(tenant, row.bridge(), OffsetDateTime.now(clock).minus(COUNTED));
        return new Platform(
                row.bridge(),
                row.state() == State.LOST,
                instant(row.readUntil()),
                backlog.waiting(),
                instant(backlog.waitingSince()),
                backlog.failures(),
                fault(tenant, row, backlog));
    }

    private @Nullable String fault(TenantId tenant, BridgeRows.Row row, Backlog backlog) {
        if (row.state() == State.LOST) {
            return Fault.Code.AUTHORISATION_LOST.key();
        }
        String reading =
                readings.running(tenant, row.bridge()).map(SyncRows.Row::fault).orElse(null);
        String fault = reading == null ? backlog.fault() : reading;
        return fault == null ? null : Fault.Code.valueOf(fault).key();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
