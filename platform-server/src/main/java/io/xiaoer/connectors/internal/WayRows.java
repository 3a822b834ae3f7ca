package io.xiaoer.connectors.internal;

import static io.xiaoer.connectors.internal.db.Tables.FAULT;
import static io.xiaoer.connectors.internal.db.Tables.STANDING;
import static io.xiaoer.connectors.internal.db.Tables.TRAFFIC;

import io.xiaoer.connectors.Fault;
import io.xiaoer.connectors.Way;
import io.xiaoer.connectors.WayHealth.Hour;
import io.xiaoer.tenancy.TenantId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The tables of what came each way and what went wrong. */
@Repository
public class WayRows {

    private final DSLContext db;

    WayRows(DSLContext db) {
        this.db = db;
    }

    /** When something last went well, and how new the newest record is. */
    public record Standing(
            @Nullable OffsetDateTime lastSuccessAt,
            @Nullable OffsetDateTime newestUpdatedAt) {

        public static final Standing NONE = new Standing(null, null);
    }

    void add(TenantId tenant, Way way, WayLog.Notes notes) {
        notes.hours.forEach((hour, counts) -> db.insertInto(TRAFFIC)
                .set(TRAFFIC.TENANT_ID, tenant.value())
                .set(TRAFFIC.WAY, way.name())
                .set(TRAFFIC.BEGINS_AT, at(hour))
                .set(TRAFFIC.EVENTS, counts[0])
                .set(TRAFFIC.FAILURES, counts[1])
                .onConflict(TRAFFIC.TENANT_ID, TRAFFIC.WAY, TRAFFIC.BEGINS_AT)
                .doUpdate()
                .set(TRAFFIC.EVENTS, TRAFFIC.EVENTS.plus(DSL.excluded(TRAFFIC.EVENTS)))
                .set(TRAFFIC.FAILURES, TRAFFIC.FAILURES.plus(DSL.excluded(TRAFFIC.FAILURES)))
                .execute());
        if (notes.lastSuccess != null) {
            db.insertInto(STANDING)
                    .set(STANDING.TENANT_ID, tenant.value())
                    .set(STANDING.WAY, way.name())
                    .set(STANDING.LAST_SUCCESS_AT, at(notes.lastSuccess))
                    .set(STANDING.NEWEST_UPDATED_AT, notes.newest == null ? null : at(notes.newest))
                    .onConflict(STANDING.TENANT_ID, STANDING.WAY)
                    .doUpdate()
                    .set(
                            STANDING.LAST_SUCCESS_AT,
                            DSL.greatest(STANDING.LAST_SUCCESS_AT, DSL.excluded(STANDING.LAST_SUCCESS_AT)))
                    .set(
                            STANDING.NEWEST_UPDATED_AT,
                            DSL.greatest(STANDING.NEWEST_UPDATED_AT, DSL.excluded(STANDING.NEWEST_UPDATED_AT)))
                    .execute();
        }
        notes.faults.forEach((code, noted) -> db.insertInto(FAULT)
                .set(FAULT.TENANT_ID, tenant.value())
                .set(FAULT.WAY, way.name())
                .set(FAULT.CODE, code.name())
                .set(FAULT.DETAIL, noted.detail())
                .set(FAULT.TIMES, noted.times())
                .set(FAULT.FIRST_AT, at(noted.firstAt()))
                .set(FAULT.LAST_AT, at(noted.lastAt()))
                .onConflict(FAULT.TENANT_ID, FAULT.WAY, FAULT.CODE)
                .doUpdate()
                .set(FAULT.DETAIL, DSL.excluded(FAULT.DETAIL))
                .set(FAULT.TIMES, FAULT.TIMES.plus(DSL.excluded(FAULT.TIMES)))
                .set(FAULT.LAST_AT, DSL.greatest(FAULT.LAST_AT, DSL.excluded(FAULT.LAST_AT)))
                .execute());
    }

    public Map<Way, Standing> standings(TenantId tenant) {
        return db.selectFrom(STANDING)
                .where(STANDING.TENANT_ID.eq(tenant.value()))
                .fetchMap(
                        row -> Way.valueOf(row.get(STANDING.WAY)),
                        row -> new Standing(row.get(STANDING.LAST_SUCCESS_AT), row.get(STANDING.NEWEST_UPDATED_AT)));
    }

    /** Hours in which anything happened, in order. */
    public Map<Way, List<Hour>> hours(TenantId tenant, OffsetDateTime since) {
        return db.selectFrom(TRAFFIC)
                .where(TRAFFIC.TENANT_ID.eq(tenant.value()))
                .and(TRAFFIC.BEGINS_AT.ge(since))
                .orderBy(TRAFFIC.BEGINS_AT)
                .fetchGroups(
                        row -> Way.valueOf(row.get(TRAFFIC.WAY)),
                        row -> new Hour(
                                row.get(TRAFFIC.BEGINS_AT), row.get(TRAFFIC.EVENTS), row.get(TRAFFIC.FAILURES)));
    }

    /** The latest first. */
    public Map<Way, List<Fault>> faults(TenantId tenant, OffsetDateTime since) {
        return db.selectFrom(FAULT)
                .where(FAULT.TENANT_ID.eq(tenant.value()))
                .and(FAULT.LAST_AT.ge(since))
                .orderBy(FAULT.LAST_AT.desc(), FAULT.CODE)
                .fetchGroups(
                        row -> Way.valueOf(row.get(FAULT.WAY)),
                        row -> new Fault(
                                Fault.Code.valueOf(row.get(FAULT.CODE)),
                                row.get(FAULT.DETAIL),
                                row.get(FAULT.TIMES),
                                row.get(FAULT.FIRST_AT),
                                row.get(FAULT.LAST_AT)));
    }

    void trim(TenantId tenant, OffsetDateTime before) {
        db.deleteFrom(TRAFFIC)
                .where(TRAFFIC.TENANT_ID.eq(tenant.value()))
                .and(TRAFFIC.BEGINS_AT.lt(before))
                .execute();
        db.deleteFrom(FAULT)
                .where(FAULT.TENANT_ID.eq(tenant.value()))
                .and(FAULT.LAST_AT.lt(before))
                .execute();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
