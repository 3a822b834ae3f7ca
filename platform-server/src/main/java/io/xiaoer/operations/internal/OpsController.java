package io.xiaoer.operations.internal;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.xiaoer.operations.ShopGroup;
import io.xiaoer.operations.ShopHealth;
import io.xiaoer.operations.ShopHealths;
import io.xiaoer.operations.ShopHealths.Day;
import io.xiaoer.operations.ShopSort.Order;
import io.xiaoer.operations.ShopSuspensions;
import io.xiaoer.shared.Figures;
import io.xiaoer.shared.Health.Trial;
import io.xiaoer.shared.Ids;
import io.xiaoer.shared.Page;
import io.xiaoer.shared.Problem;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenants.SuspensionChange;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The shops as the vendor's programs see them; the only paths that name a tenant. */
@RestController
@RequestMapping("/api/v1/ops/tenants")
class OpsController {

    private static final double SHARES = 10_000;
    private static final double MILLIS = 10;

    private final ShopHealths healths;
    private final ShopSuspensions suspensions;

    OpsController(ShopHealths healths, ShopSuspensions suspensions) {
        this.healths = healths;
        this.suspensions = suspensions;
    }

    record FiguresResource(
            int conversations,
            int messages,
            int answered,
            int unknown,
            @Nullable Double unknownShare,
            int handedOver,
            @Nullable Double p95Millis,
            int errors) {
        static FiguresResource of(Figures figures) {
            return new FiguresResource(
                    figures.conversations(),
                    figures.messages(),
                    figures.answered(),
                    figures.unknown(),
                    figures.unknownShare().isPresent()
                            ? rounded(figures.unknownShare().getAsDouble(), SHARES)
                            : null,
                    figures.handedOver(),
                    figures.p95Millis() == null ? null : rounded(figures.p95Millis(), MILLIS),
                    figures.errors());
        }

        private static Double rounded(double value, double steps) {
            return Math.round(value * steps) / steps;
        }
    }

    record ShopResource(
            String id,
            String name,
            String state,
            @Nullable String suspendedFor,
            @Nullable OffsetDateTime suspendedAt,
            @Nullable String stage,
            @Nullable Trial pilot,
            @Nullable OffsetDateTime haltedAt,
            FiguresResource today,
            @Nullable OffsetDateTime lastReleaseAt,
            @Nullable OffsetDateTime lastSeenAt,
            @Nullable OffsetDateTime openedAt,
            @Nullable OffsetDateTime countedAt,
            String timeZone) {
        static ShopResource of(ShopHealth shop) {
            ShopHealth.Suspended suspended = shop.suspended();
            ZoneId zone = shop.timeZone();
            return new ShopResource(
                    shop.id().toString(),
                    shop.name(),
                    suspended == null ? "active" : "suspended",
                    suspended == null ? null : suspended.category(),
                    suspended == null ? null : time(suspended.at(), zone),
                    shop.stage(),
                    shop.pilot(),
                    time(shop.haltedAt(), zone),
                    FiguresResource.of(shop.today()),
                    time(shop.lastRelease(), zone),
                    time(shop.lastSeen(), zone),
                    time(shop.openedAt(), zone),
                    time(shop.countedAt(), zone),
                    zone.getId());
        }

        private static @Nullable OffsetDateTime time(@Nullable Instant instant, ZoneId zone) {
            return instant == null ? null : instant.atZone(zone).toOffsetDateTime();
        }
    }

    record DayResource(LocalDate date, FiguresResource figures) {
        static DayResource of(Day day) {
            return new DayResource(day.date(), FiguresResource.of(day.figures()));
        }
    }

    record ChangeResource(OffsetDateTime at, String action, String category, String reason, String by) {
        static ChangeResource of(SuspensionChange change) {
            return new ChangeResource(
                    change.at(),
                    change.action().name().toLowerCase(Locale.ROOT),
                    change.category(),
                    change.reason(),
                    change.by());
        }
    }

    record HaltResource(OffsetDateTime at, String measure) {}

    record ShopDetail(
            @JsonUnwrapped ShopResource shop,
            List<DayResource> days,
            List<ChangeResource> suspensions,
            List<HaltResource> halts) {}

    record ChangeRequest(
            @Nullable String category, @Nullable String reason) {}

    @GetMapping
    Page<ShopResource> list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String show,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        Page<ShopHealth> page = healths.list(q, ShopGroup.parse(show), Order.parse(sort), cursor, Page.limit(limit));
        return new Page<>(page.items().stream().map(ShopResource::of).toList(), page.nextCursor());
    }

    @GetMapping("/{id}")
    ShopDetail get(@PathVariable String id) {
        ShopHealth shop = healths.get(tenant(id));
        return new ShopDetail(
                ShopResource.of(shop),
                healths.trend(shop).stream().map(DayResource::of).toList(),
                suspensions.history(shop.id()).stream().map(ChangeResource::of).toList(),
                healths.halts(shop.id()).stream()
                        .map(halt -> new HaltResource(
                                halt.at().atZone(shop.timeZone()).toOffsetDateTime(), halt.measure()))
                        .toList());
    }

    @PostMapping("/{id}/suspend")
    ShopResource suspend(@PathVariable String id, @RequestBody ChangeRequest request) {
        TenantId shop = tenant(id);
        suspensions.suspend(shop, request.category(), request.reason());
        return ShopResource.of(healths.get(shop));
    }

    @PostMapping("/{id}/resume")
    ShopResource resume(@PathVariable String id, @RequestBody ChangeRequest request) {
        TenantId shop = tenant(id);
        suspensions.resume(shop, request.category(), request.reason());
        return ShopResource.of(healths.get(shop));
    }

    private static TenantId tenant(String id) {
        return new TenantId(Ids.parse(id).orElseThrow(() -> Problem.notFound("shop")));
    }
}
