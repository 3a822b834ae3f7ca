package io.xiaoer.tenants.internal;

import static io.xiaoer.tenants.internal.db.Tables.SUSPENSION;

import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenants.SuspensionChange;
import io.xiaoer.tenants.SuspensionChange.Action;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Repository;

/** The table of suspensions: added to and read, never changed. */
@Repository
public class SuspensionRows {

    private final DSLContext db;

    SuspensionRows(DSLContext db) {
        this.db = db;
    }

    public void insert(TenantId tenant, SuspensionChange change) {
        db.insertInto(SUSPENSION)
                .set(SUSPENSION.TENANT_ID, tenant.value())
                .set(SUSPENSION.NUMBER, change.number())
                .set(SUSPENSION.ACTION, change.action().name())
                .set(SUSPENSION.CATEGORY, change.category())
                .set(SUSPENSION.REASON, change.reason())
                .set(SUSPENSION.ACTOR, change.by())
                .set(SUSPENSION.AT, change.at())
                .execute();
    }

    public Optional<SuspensionChange> last(TenantId tenant) {
        return db.selectFrom(SUSPENSION)
                .where(SUSPENSION.TENANT_ID.eq(tenant.value()))
                .orderBy(SUSPENSION.NUMBER.desc())
                .limit(1)
                .fetchOptional(SuspensionRows::change);
    }

    /** Newest first. */
    public List<SuspensionChange> newest(TenantId tenant, int limit) {
        return db.selectFrom(SUSPENSION)
                .where(SUSPENSION.TENANT_ID.eq(tenant.value()))
                .orderBy(SUSPENSION.NUMBER.desc())
                .limit(limit)
                .fetch(SuspensionRows::change);
    }

    private static SuspensionChange change(Record row) {
        return new SuspensionChange(
                row.get(SUSPENSION.NUMBER),
                Action.valueOf(row.get(SUSPENSION.ACTION)),
                row.get(SUSPENSION.CATEGORY),
                row.get(SUSPENSION.REASON),
                row.get(SUSPENSION.ACTOR),
                row.get(SUSPENSION.AT));
    }
}
