package io.xiaoer.insights.internal;

import static io.xiaoer.insights.internal.db.Tables.PROGRESS;

import io.xiaoer.tenancy.TenantId;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** The table of how far receipts were looked through. */
@Repository
class CaughtUpRows {

    private final DSLContext db;

    CaughtUpRows(DSLContext db) {
        this.db = db;
    }

    Optional<OffsetDateTime> readTo(TenantId tenant) {
        return db.select(PROGRESS.READ_TO)
                .from(PROGRESS)
                .where(PROGRESS.TENANT_ID.eq(tenant.value()))
                .fetchOptional(PROGRESS.READ_TO);
    }

    void save(TenantId tenant, OffsetDateTime readTo) {
        db.insertInto(PROGRESS)
                .set(PROGRESS.TENANT_ID, tenant.value())
                .set(PROGRESS.READ_TO, readTo)
                .onConflict(PROGRESS.TENANT_ID)
                .doUpdate()
                .set(PROGRESS.READ_TO, readTo)
                .where(PROGRESS.TENANT_ID.eq(tenant.value()))
                .execute();
    }
}
