package io.xiaoer.rehearsal.internal;

import io.xiaoer.shopdata.ShopperErasure;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import org.springframework.stereotype.Component;

/** Forgets the cases that ask on behalf of an erased shopper, and what was said to them. */
@Component
class CaseErasure implements ShopperErasure {

    private final CaseRows cases;
    private final RunCaseRows runCases;

    CaseErasure(CaseRows cases, RunCaseRows runCases) {
        this.cases = cases;
        this.runCases = runCases;
    }

    @Override
    public String what() {
        return "test-cases";
    }

    @Override
    public int erase(String customerId) {
        TenantId tenant = TenantScope.required();
        return cases.erase(tenant, customerId) + runCases.erase(tenant, customerId);
    }
}
