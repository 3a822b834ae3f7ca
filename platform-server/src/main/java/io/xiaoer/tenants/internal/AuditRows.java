package io.xiaoer.tenants.internal;

import static io.xiaoer.tenants.internal.db.Tables.AUDIT;

import io.xiaoer.shared.Ids;
import io.xiaoer.shared.Problem;
import io.xiaoer.tenancy.Actor;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenants.AuditEntry;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The table of the audit trail. */
@Repository
public class AuditRows {

    private final DSLContext db;

    AuditRows(DSLContext db) {
        this.db = db;
    }

    void insert(TenantId tenant, AuditEntry entry) {
        db.insertInto(AUDIT)
                .set(AUDIT.TENANT_ID, tenant.value())
                .set(AUDIT.AUDIT_ID, entry.id())
                .set(AUDIT.ACTOR_KIND, entry.actorKind().name())
                .set(AUDIT.ACTOR, entry.actor())
                .set(AUDIT.ACTION, entry.action())
                .set(AUDIT.SUBJECT, entry.subject())
                .set(AUDIT.BEFORE, JSONB.jsonbOrNull(entry.before()))
                .set(AUDIT.AFTER, JSONB.jsonbOrNull(entry.after()))
                .set(AUDIT.AT, entry.at())
                .execute();
    }

    /** @param last id that the page comes after; empty for the first page */
    public List<AuditEntry> before(
            TenantId tenant, @Nullable String action, @Nullable String actor, String last, int limit) {
        Condition wanted = AUDIT.TENANT_ID.eq(tenant.value());
        if (action != null) {
            wanted = wanted.and(AUDIT.ACTION.eq(action));
        }
        if (actor != null) {
            wanted = wanted.and(AUDIT.ACTOR.eq(actor));
        }
        if (!last.isEmpty()) {
            wanted = wanted.and(AUDIT.AUDIT_ID.lt(Ids.parse(last)
                    .orElseThrow(() -> Problem.invalid("cursor", "must be a nextCursor from an earlier page"))));
        }
        return db.selectFrom(AUDIT)
                .where(wanted)
                .orderBy(AUDIT.AUDIT_ID.desc())
                .limit(DSL.inline(limit))
                .fetch(row -> new AuditEntry(
                        row.get(AUDIT.AUDIT_ID),
                        Actor.Kind.valueOf(row.get(AUDIT.ACTOR_KIND)),
                        row.get(AUDIT.ACTOR),
                        row.get(AUDIT.ACTION),
                        row.get(AUDIT.SUBJECT),
                        text(row.get(AUDIT.BEFORE)),
                        text(row.get(AUDIT.AFTER)),
                        row.get(AUDIT.AT)));
    }

    public List<String> actions(TenantId tenant) {
        return db.selectDistinct(AUDIT.ACTION)
                .from(AUDIT)
                .where(AUDIT.TENANT_ID.eq(tenant.value()))
                .orderBy(AUDIT.ACTION)
                .fetch(AUDIT.ACTION);
    }

    private static @Nullable String text(@Nullable JSONB json) {
        return json == null ? null : json.data();
    }
}
