package io.xiaoer.operations.internal;

import io.xiaoer.shared.Figures;
import io.xiaoer.shared.Health;
import io.xiaoer.shared.Health.Halt;
import io.xiaoer.shared.Health.Platform;
import io.xiaoer.shared.Health.Trial;
import io.xiaoer.shared.HealthProbe.Span;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenants.Shop;
import io.xiaoer.tenants.Suspension;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Writes what was counted. */
@Repository
public class SnapshotRows {

    private static final String SAVE_HOUR = """
            insert into platform.shop_hour (tenant_id, begins_at, conversations, messages, answered, unknown, handed_over,
                fallback, p95_millis, errors)
            values (?, ?::timestamptz, ?, ?, ?, ?, ?, ?, ?::double precision, ?)
            on conflict (tenant_id, begins_at) do update set conversations = excluded.conversations,
                messages = excluded.messages, answered = excluded.answered, unknown = excluded.unknown,
                handed_over = excluded.handed_over, fallback = excluded.fallback, p95_millis = excluded.p95_millis,
                errors = excluded.errors
            """;
    private static final String SAVE_SHOP = """
            update platform.shop set name = ?, time_zone = ?, stage = ?, pilot_enrolled = ?::int, pilot_size = ?::int,
                halted_at = ?::timestamptz, conversations = ?, messages = ?, answered = ?,
                unknown = ?, handed_over = ?, fallback = ?, p95_millis = ?::double precision, errors = ?,
                last_release_at = ?::timestamptz, last_seen_at = ?::timestamptz, counted_at = ?::timestamptz
            where tenant_id = ?
            """;

    private final DSLContext db;

    SnapshotRows(DSLContext db) {
        this.db = db;
    }

    void insert(Shop shop, OffsetDateTime at) {
        db.execute(
                "insert into platform.shop (tenant_id, name, time_zone, opened_at) values (?, ?, ?, ?::timestamptz)",
                shop.id().value(),
                shop.name(),
                shop.timeZone().getId(),
                at);
    }

    /** When the shop was last counted. */
    public Optional<Instant> countedAt(TenantId tenant) {
        return db.resultQuery("select counted_at from platform.shop where tenant_id = ?", tenant.value())
                .fetchOptional(row -> row.get("counted_at", OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }

    /** Hours without anything are left out. */
    public void saveHours(TenantId tenant, List<Span> hours, List<Figures> figures) {
        for (int i = 0; i < hours.size(); i++) {
            Figures hour = figures.get(i);
            if (hour.isNothing()) {
                continue;
            }
            db.execute(
                    SAVE_HOUR,
                    tenant.value(),
                    utc(hours.get(i).begin()),
                    hour.conversations(),
                    hour.messages(),
                    hour.answered(),
                    hour.unknown(),
                    hour.handedOver(),
                    hour.fallback(),
                    hour.p95Millis(),
                    hour.errors());
        }
    }

    public void save(Shop shop, Health health, Figures today, Instant at) {
        Trial trial = health.trial();
        db.execute(
                SAVE_SHOP,
                shop.name(),
                shop.timeZone().getId(),
                health.stage(),
                trial == null ? null : trial.enrolled(),
                trial == null ? null : trial.size(),
                health.halts().isEmpty() ? null : utc(health.halts().getFirst().at()),
                today.conversations(),
                today.messages(),
                today.answered(),
                today.unknown(),
                today.handedOver(),
                today.fallback(),
                today.p95Millis(),
                today.errors(),
                utc(health.lastRelease()),
                utc(health.lastSeen()),
                utc(at),
                shop.id().value());
    }

    /** Keeps those of {@code halts} and no earlier ones. */
    public void saveHalts(TenantId tenant, List<Halt> halts, Instant since) {
        db.execute(
                "delete from platform.shop_halt where tenant_id = ? and halted_at < ?::timestamptz",
                tenant.value(),
                utc(since));
        halts.forEach(halt -> db.execute(
                "insert into platform.shop_halt (tenant_id, halted_at, measure) values (?, ?::timestamptz, ?)"
                        + " on conflict do nothing",
                tenant.value(),
                utc(halt.at()),
                halt.measure()));
    }

    /** Keeps those of {@code platforms} and no others. */
    public void savePlatforms(TenantId tenant, List<Platform> platforms) {
        db.execute("delete from platform.shop_bridge where tenant_id = ?", tenant.value());
        platforms.forEach(platform -> db.execute(
                "insert into platform.shop_bridge (tenant_id, bridge, lost, read_until, waiting, waiting_since, failures,"
                        + " fault) values (?, ?, ?, ?::timestamptz, ?, ?::timestamptz, ?, ?)",
                tenant.value(),
                platform.name(),
                platform.lost(),
                utc(platform.readUntil()),
                platform.waiting(),
                utc(platform.waitingSince()),
                platform.failures(),
                platform.fault()));
    }

    /** @param suspension null if the shop may do everything */
    public void suspended(TenantId tenant, @Nullable Suspension suspension) {
        db.execute(
                "update platform.shop set suspended_at = ?::timestamptz, suspended_for = ? where tenant_id = ?",
                suspension == null ? null : suspension.at(),
                suspension == null ? null : suspension.category(),
                tenant.value());
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
