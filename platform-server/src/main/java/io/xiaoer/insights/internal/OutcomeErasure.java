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
    private final ForgottenQuestions questions;

    OutcomeErasure(OutcomeRows rows, ForgottenQuestions questions) {
        this.rows = rows;
        this.questions = questions;
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
        ShopperRef shopper = ShopperRef.customer(customerId);
        questions.forget(tenant, shopper);
        return rows.forget(tenant, shopper);
    }
}
