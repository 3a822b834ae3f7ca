package io.xiaoer.connectors.internal.bridges;

import static io.xiaoer.connectors.internal.db.Tables.BRIDGE_SYNC;

import io.xiaoer.shared.Ids;
import io.xiaoer.tenancy.TenantId;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The table of readings. */
@Repository
public class SyncRows {

    private final DSLContext db;

    SyncRows(DSLContext db) {
        this.db = db;
    }

    /** How a reading stands. */
    public enum State {
        RUNNING,
        DONE,
        STOPPED
    }

    /** @param fault what the last attempt failed with; null if it did not */
    public record Row(
            UUID id,
            SyncAim aim,
            State state,
            @Nullable String position,
            @Nullable String stage,
            int done,
            @Nullable Integer total,
            int stored,
            int rejected,
            int failures,
            @Nullable String fault,
            @Nullable String detail,
            OffsetDateTime begunAt,
            @Nullable OffsetDateTime endedAt) {}

    /** False if one is running. */
    public boolean begin(TenantId tenant, String bridge, SyncAim aim, OffsetDateTime now) {
        return db.insertInto(BRIDGE_SYNC)
                        .set(BRIDGE_SYNC.TENANT_ID, tenant.value())
                        .set(BRIDGE_SYNC.BRIDGE, bridge)
                        .set(BRIDGE_SYNC.SYNC_ID, Ids.next())
                        .set(BRIDGE_SYNC.KIND, aim.kind().name())
                        .set(BRIDGE_SYNC.STATE, State.RUNNING.name())
                        .set(BRIDGE_SYNC.SINCE, aim.since().atOffset(ZoneOffset.UTC))
                        .set(BRIDGE_SYNC.UNTIL, aim.until().atOffset(ZoneOffset.UTC))
                        .set(BRIDGE_SYNC.DONE, 0)
                        .set(BRIDGE_SYNC.STORED, 0)
                        .set(BRIDGE_SYNC.REJECTED, 0)
                        .set(BRIDGE_SYNC.FAILURES, 0)
                        .set(BRIDGE_SYNC.NEXT_STEP_AT, now)
                        .set(BRIDGE_SYNC.BEGUN_AT, now)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    public Optional<Row> running(TenantId tenant, String bridge) {
        return db.selectFrom(BRIDGE_SYNC)
                .where(of(tenant, bridge))
                .and(BRIDGE_SYNC.NEXT_STEP_AT.isNotNull())
                .orderBy(BRIDGE_SYNC.SYNC_ID)
                .limit(1)
                .fetchOptional(SyncRows::row);
    }

    /** Newest first. */
    public List<Row> last(TenantId tenant, String bridge, int most) {
        return db.selectFrom(BRIDGE_SYNC)
                .where(of(tenant, bridge))
                .orderBy(BRIDGE_SYNC.SYNC_ID.desc())
                .limit(most)
                .fetch(SyncRows::row);
    }

    /** Takes the next step of the reading that is due, until {@code lostAt}; empty if none is due or another node has it. */
    Optional<Row> take(TenantId tenant, String bridge, UUID claim, OffsetDateTime now, OffsetDateTime lostAt) {
        Optional<Row> due = db.selectFrom(BRIDGE_SYNC)
                .where(of(tenant, bridge))
                .and(BRIDGE_SYNC.NEXT_STEP_AT.le(now))
                .orderBy(BRIDGE_SYNC.NEXT_STEP_AT)
                .limit(1)
                .forUpdate()
                .skipLocked()
                .fetchOptional(SyncRows::row);
        due.ifPresent(row -> db.update(BRIDGE_SYNC)
                .set(BRIDGE_SYNC.CLAIM, claim)
                .set(BRIDGE_SYNC.NEXT_STEP_AT, lostAt)
                .where(of(tenant, bridge))
                .and(BRIDGE_SYNC.SYNC_ID.eq(row.id()))
                .execute());
        return due;
    }

    /** False if another node has taken the step meanwhile. */
    boolean advance(
            TenantId tenant,
            String bridge,
            UUID id,
            UUID claim,
            SyncPage page,
            int stored,
            int rejected,
            OffsetDateTime now) {
        boolean last = page.next() == null;
        return db.update(BRIDGE_SYNC)
                        .set(BRIDGE_SYNC.POSITION, page.next())
                        .set(BRIDGE_SYNC.STAGE, page.stage().key())
                        .set(BRIDGE_SYNC.DONE, page.done())
                        .set(BRIDGE_SYNC.TOTAL, page.total())
                        .set(BRIDGE_SYNC.STORED, BRIDGE_SYNC.STORED.plus(stored))
                        .set(BRIDGE_SYNC.REJECTED, BRIDGE_SYNC.REJECTED.plus(rejected))
                        .set(BRIDGE_SYNC.FAILURES, 0)
                        .setNull(BRIDGE_SYNC.FAULT)
                        .setNull(BRIDGE_SYNC.DETAIL)
                        .setNull(BRIDGE_SYNC.CLAIM)
                        .set(BRIDGE_SYNC.STATE, (last ? State.DONE : State.RUNNING).name())
                        .set(BRIDGE_SYNC.NEXT_STEP_AT, last ? null : now)
                        .set(BRIDGE_SYNC.ENDED_AT, last ? now : null)
                        .where(of(tenant, bridge))
                        .and(BRIDGE_SYNC.SYNC_ID.eq(id))
                        .and(BRIDGE_SYNC.CLAIM.eq(claim))
                        .execute()
                == 1;
    }

    void failed(
            TenantId tenant,
            String bridge,
            UUID id,
            UUID claim,
            int failures,
            String fault,
            @Nullable String detail,
            OffsetDateTime next) {
        db.update(BRIDGE_SYNC)
                .set(BRIDGE_SYNC.FAILURES, failures)
                .set(BRIDGE_SYNC.FAULT, fault)
                .set(BRIDGE_SYNC.DETAIL, detail)
                .set(BRIDGE_SYNC.NEXT_STEP_AT, next)
                .setNull(BRIDGE_SYNC.CLAIM)
                .where(of(tenant, bridge))
                .and(BRIDGE_SYNC.SYNC_ID.eq(id))
                .and(BRIDGE_SYNC.CLAIM.eq(claim))
                .execute();
    }

    /** Whatever is running is to go on at once. */
    public void hurry(TenantId tenant, String bridge, OffsetDateTime now) {
        db.update(BRIDGE_SYNC)
                .set(BRIDGE_SYNC.NEXT_STEP_AT, now)
                .where(of(tenant, bridge))
                .and(BRIDGE_SYNC.NEXT_STEP_AT.isNotNull())
                .and(BRIDGE_SYNC.CLAIM.isNull())
                .execute();
    }

    public void removeAll(TenantId tenant, String bridge) {
        db.deleteFrom(BRIDGE_SYNC).where(of(tenant, bridge)).execute();
    }

    void removeEnded(TenantId tenant, OffsetDateTime before) {
        db.deleteFrom(BRIDGE_SYNC)
                .where(BRIDGE_SYNC.TENANT_ID.eq(tenant.value()))
                .and(BRIDGE_SYNC.ENDED_AT.lt(before))
                .execute();
    }

    private static Row row(Record row) {
        return new Row(
                row.get(BRIDGE_SYNC.SYNC_ID),
                new SyncAim(
                        SyncAim.Kind.valueOf(row.get(BRIDGE_SYNC.KIND)),
                        row.get(BRIDGE_SYNC.SINCE).toInstant(),
                        row.get(BRIDGE_SYNC.UNTIL).toInstant()),
                State.valueOf(row.get(BRIDGE_SYNC.STATE)),
                row.get(BRIDGE_SYNC.POSITION),
                row.get(BRIDGE_SYNC.STAGE),
                row.get(BRIDGE_SYNC.DONE),
                row.get(BRIDGE_SYNC.TOTAL),
                row.get(BRIDGE_SYNC.STORED),
                row.get(BRIDGE_SYNC.REJECTED),
                row.get(BRIDGE_SYNC.FAILURES),
                row.get(BRIDGE_SYNC.FAULT),
                row.get(BRIDGE_SYNC.DETAIL),
                row.get(BRIDGE_SYNC.BEGUN_AT),
                row.get(BRIDGE_SYNC.ENDED_AT));
    }

    private static Condition of(TenantId tenant, String bridge) {
        return BRIDGE_SYNC.TENANT_ID.eq(tenant.value()).and(BRIDGE_SYNC.BRIDGE.eq(bridge));
    }
}
