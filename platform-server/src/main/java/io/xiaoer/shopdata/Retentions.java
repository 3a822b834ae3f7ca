package io.xiaoer.shopdata;

import io.xiaoer.shared.Audited;
import io.xiaoer.shared.Problem;
import io.xiaoer.shopdata.internal.RetentionRows;
import io.xiaoer.tenancy.Permission;
import io.xiaoer.tenancy.Requires;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How long the bound shop keeps things; what is older is removed every night. */
@Service
@Requires(Permission.VIEW)
public class Retentions {

    private final RetentionRows rows;
    private final ApplicationEventPublisher events;

    Retentions(RetentionRows rows, ApplicationEventPublisher events) {
        this.rows = rows;
        this.events = events;
    }

    @Transactional(readOnly = true)
    public Retention get() {
        return rows.find(TenantScope.required()).orElse(Retention.DEFAULT);
    }

    /** @throws Problem if it is not valid, or was made on an older version */
    @Transactional
    @Requires(Permission.ADMINISTER)
    public Retention save(Retention draft) {
        draft.validate();
        TenantId tenant = TenantScope.required();
        Retention old = get();
        Retention fresh = new Retention(draft.conversationMonths(), draft.orderMonths(), old.version() + 1);
        if (draft.version() != old.version() || !rows.save(tenant, fresh)) {
            throw Problem.versionConflict();
        }
        events.publishEvent(new Audited("retention.changed", "retention", months(old), months(fresh)));
        return fresh;
    }

    /** What the audit trail keeps: the months alone. */
    record Months(
            @Nullable Integer conversationMonths, @Nullable Integer orderMonths) {}

    private static Months months(Retention retention) {
        return new Months(retention.conversationMonths(), retention.orderMonths());
    }
}
