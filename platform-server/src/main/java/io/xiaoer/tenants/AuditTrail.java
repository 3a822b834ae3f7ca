package io.xiaoer.tenants;

import io.xiaoer.shared.Page;
import io.xiaoer.tenancy.Permission;
import io.xiaoer.tenancy.Requires;
import io.xiaoer.tenancy.TenantScope;
import io.xiaoer.tenants.internal.AuditRows;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who changed what in the bound shop. Lines are written with the change itself and never again touched. */
@Service
@Requires(Permission.ADMINISTER)
public class AuditTrail {

    private final AuditRows rows;

    AuditTrail(AuditRows rows) {
        this.rows = rows;
    }

    /**
     * Newest first.
     *
     * @param action only what was done so; null for everything
     * @param actor only what this actor did; null for everybody
     * @param cursor from the page before; null for the first page
     */
    @Transactional(readOnly = true)
    public Page<AuditEntry> list(@Nullable String action, @Nullable String actor, @Nullable String cursor, int limit) {
        List<AuditEntry> oneMore = rows.before(TenantScope.required(), action, actor, Page.after(cursor), limit + 1);
        return Page.of(oneMore, limit, entry -> entry.id().toString());
    }

    /** The actions that occur in the trail, in alphabetical order. */
    @Transactional(readOnly = true)
    public List<String> actions() {
        return rows.actions(TenantScope.required());
    }
}
