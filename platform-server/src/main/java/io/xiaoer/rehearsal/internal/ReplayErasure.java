package io.xiaoer.rehearsal.internal;

import io.xiaoer.rollout.ShopperRef;
import io.xiaoer.shopdata.ShopperErasure;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import org.springframework.stereotype.Component;

/** Removes what replays show of an erased shopper; that they asked, and what came of it, goes on counting. */
@Component
class ReplayErasure implements ShopperErasure {

    private final ReplayRows replays;
    private final DifferenceRows differences;

    ReplayErasure(ReplayRows replays, DifferenceRows differences) {
        this.replays = replays;
        this.differences = differences;
    }

    @Override
    public String what() {
        return "replays";
    }

    /** Waits for what is being kept; what comes after finds no conversation. */
    @Override
    public int erase(String customerId) {
        TenantId tenant = TenantScope.required();
        replays.line().lockAll(tenant);
        return differences.erase(tenant, ShopperRef.customer(customerId));
    }
}
