package io.xiaoer.connectors.internal.hooks;

import static io.xiaoer.connectors.internal.db.Tables.HOOK;

import io.xiaoer.connectors.WebhookEndpoint.Because;
import io.xiaoer.connectors.WebhookEvent;
import io.xiaoer.tenancy.TenantId;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The table of endpoints. */
@Repository
public class HookRows {

    private final DSLContext db;

    HookRows(DSLContext db) {
        this.db = db;
    }

    /** An endpoint without its secrets. */
    public record Row(
            UUID id,
            String url,
            @Nullable String note,
            Set<WebhookEvent> events,
            boolean enabled,
            OffsetDateTime createdAt,
            @Nullable OffsetDateTime failingSince,
            @Nullable Because endedBecause,
            @Nullable OffsetDateTime endedAt,
            int version) {}

    /** Keeps others from adding an endpoint of the shop until the transaction ends. */
    public void lockAll(TenantId tenant) {
        db.execute(
                "select pg_advisory_xact_lock(?)",
                tenant.value().getMostSignificantBits() ^ tenant.value().getLeastSignificantBits());
    }

    public List<Row> all(TenantId tenant) {
        return db.selectFrom(HOOK)
                .where(HOOK.TENANT_ID.eq(tenant.value()))
                .orderBy(HOOK.HOOK_ID)
                .fetch(HookRows::row);
    }

    public Optional<Row> find(TenantId tenant, UUID id) {
        return db.selectFrom(HOOK).where(is(tenant, id)).fetchOptional(HookRows::row);
    }

    /** Holds the endpoint until the transaction ends. */
    public Optional<Row> lock(TenantId tenant, UUID id) {
        return db.selectFrom(HOOK).where(is(tenant, id)).forUpdate().fetchOptional(HookRows::row);
    }

    public void insert(TenantId tenant, Row row) {
        db.insertInto(HOOK)
                .set(HOOK.TENANT_ID, tenant.value())
                .set(HOOK.HOOK_ID, row.id())
                .set(HOOK.URL, row.url())
                .set(HOOK.NOTE, row.note())
                .set(HOOK.EVENTS, keys(row.events()))
                .set(HOOK.ENABLED, row.enabled())
                .set(HOOK.VERSION, row.version())
                .set(HOOK.CREATED_AT, row.createdAt())
                .execute();
    }

    public void update(TenantId tenant, Row row) {
        db.update(HOOK)
                .set(HOOK.URL, row.url())
                .set(HOOK.NOTE, row.note())
                .set(HOOK.EVENTS, keys(row.events()))
                .set(HOOK.ENABLED, row.enabled())
                .set(HOOK.VERSION, row.version())
                .set(HOOK.FAILING_SINCE, row.failingSince())
                .set(
                        HOOK.ENDED_BECAUSE,
                        row.endedBecause() == null ? null : row.endedBecause().name())
                .set(HOOK.ENDED_AT, row.endedAt())
                .where(is(tenant, row.id()))
                .execute();
    }

    public void remove(TenantId tenant, UUID id) {
        db.deleteFrom(HOOK).where(is(tenant, id)).execute();
    }

    /** What was sent last arrived. */
    void works(TenantId tenant, UUID id) {
        db.update(HOOK)
                .setNull(HOOK.FAILING_SINCE)
                .where(is(tenant, id))
                .and(HOOK.FAILING_SINCE.isNotNull())
                .execute();
    }

    /** What was sent last did not arrive. */
    void fails(TenantId tenant, UUID id, OffsetDateTime at) {
        db.update(HOOK)
                .set(HOOK.FAILING_SINCE, at)
                .where(is(tenant, id))
                .and(HOOK.FAILING_SINCE.isNull())
                .execute();
    }

    /** Turns an endpoint off, unless it is off. */
    boolean end(TenantId tenant, Row row, Because because, OffsetDateTime at) {
        return db.update(HOOK)
                        .set(HOOK.ENABLED, false)
                        .set(HOOK.ENDED_BECAUSE, because.name())
                        .set(HOOK.ENDED_AT, at)
                        .set(HOOK.VERSION, HOOK.VERSION.plus(1))
                        .where(is(tenant, row.id()))
                        .and(HOOK.ENABLED)
                        .execute()
                == 1;
    }

    private static Condition is(TenantId tenant, UUID id) {
        return HOOK.TENANT_ID.eq(tenant.value()).and(HOOK.HOOK_ID.eq(id));
    }

    private static String[] keys(Set<WebhookEvent> events) {
        return events.stream().sorted().map(WebhookEvent::key).toArray(String[]::new);
    }

    private static Row row(Record row) {
        Set<WebhookEvent> events = EnumSet.noneOf(WebhookEvent.class);
        Arrays.stream(row.get(HOOK.EVENTS)).forEach(key -> WebhookEvent.of(key).ifPresent(events::add));
        String because = row.get(HOOK.ENDED_BECAUSE);
        return new Row(
                row.get(HOOK.HOOK_ID),
                row.get(HOOK.URL),
                row.get(HOOK.NOTE),
                events,
                row.get(HOOK.ENABLED),
                row.get(HOOK.CREATED_AT),
                row.get(HOOK.FAILING_SINCE),
                because == null ? null : Because.valueOf(because),
                row.get(HOOK.ENDED_AT),
                row.get(HOOK.VERSION));
    }
}
