package io.xiaoer.insights.internal;

import io.xiaoer.rollout.ShopperRef;
import io.xiaoer.shopdata.ShopperErasure;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import org.springframework.stereotype.Component;

/** Forgets whose questions they were; that they were asked, and what became of them, goes on counting. */
@Component
class OutcomeErasure implements ShopperErasure {

    private final OutcomeRows rows;

    OutcomeErasure(OutcomeRows rows) {
        this.rows = rows;
    }

    @Override
    public String what() {
        return "outcomes";
    }

    /** Waits for what is being recorded; what comes after finds no conversation, and so nobody. */
    @Override
    public int erase(String customerId) {
        TenantId tenant = TenantScope.required();
        rows.lockAlone(tenant);
        return rows.forget(tenant, ShopperRef.customer(customerId));
    }
}
