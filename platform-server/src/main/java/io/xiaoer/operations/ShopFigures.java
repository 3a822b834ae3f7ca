package io.xiaoer.operations;

import io.xiaoer.operations.internal.Hours;
import io.xiaoer.operations.internal.SnapshotRows;
import io.xiaoer.shared.Health;
import io.xiaoer.shared.HealthProbe;
import io.xiaoer.shared.HealthProbe.Span;
import io.xiaoer.tenancy.Permission;
import io.xiaoer.tenancy.Requires;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import io.xiaoer.tenants.Shop;
import io.xiaoer.tenants.Shops;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Counts the bound shop anew, by asking every module that knows something of it. */
@Service
@Requires(Permission.OPERATE)
public class ShopFigures {

    /** What is counted again each time: calls that were on their way the last time are in it now. */
    private static final Duration OVERLAP = Duration.ofHours(1);

    private static final Duration FIRST = Duration.ofDays(ShopHealths.TREND_DAYS + 1L);

    private final SnapshotRows rows;
    private final Shops shops;
    private final List<HealthProbe> probes;
    private final Clock clock;

    ShopFigures(SnapshotRows rows, Shops shops, List<HealthProbe> probes, Clock clock) {
        this.rows = rows;
        this.shops = shops;
        this.probes = probes;
        this.clock = clock;
    }

    /** Counts what happened since the last time; the first time, all that a trend shows. */
    @Transactional
    public void count() {
        Instant now = clock.instant();
        Instant begin = now.minus(FIRST);
        countFrom(
                rows.countedAt(TenantScope.required())
                        .map(last -> last.minus(OVERLAP))
                        .filter(begin::isBefore)
                        .orElse(begin),
                now);
    }

    /** Counts everything since then anew, for when something was added to the past. */
    @Transactional
    public void recount(Instant since) {
        countFrom(since, clock.instant());
    }

    private void countFrom(Instant since, Instant now) {
        TenantId tenant = TenantScope.required();
        Shop shop = shops.current();
        List<Span> hours = Hours.since(since, now, shop.timeZone());
        List<Span> spans = new ArrayList<>(hours);
        spans.add(Hours.today(now, shop.timeZone()));
        Health health = Health.together(
                probes.stream().map(probe -> probe.examine(spans)).toList(), spans.size());
        rows.saveHours(tenant, hours, health.figures().subList(0, hours.size()));
        rows.saveHalts(tenant, health.halts(), now.minus(Health.HALTS_KEPT));
        rows.savePlatforms(tenant, health.platforms());
        rows.save(shop, health, health.figures().getLast(), now);
    }
}
