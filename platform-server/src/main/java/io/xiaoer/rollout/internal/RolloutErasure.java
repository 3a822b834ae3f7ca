package io.xiaoer.rollout.internal;

import static io.xiaoer.rollout.internal.db.Tables.STAFF;

import io.xiaoer.rollout.ShopperRef;
import io.xiaoer.shopdata.ShopperErasure;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Takes an erased shopper off the lists of staff and out of the pilots. */
@Component
class RolloutErasure implements ShopperErasure {

    private final DSLContext db;
    private final SideRows sides;

    RolloutErasure(DSLContext db, SideRows sides) {
        this.db = db;
        this.sides = sides;
    }

    @Override
    public String what() {
        return "staff";
    }

    @Override
    public int erase(String customerId) {
        TenantId tenant = TenantScope.required();
        ShopperRef shopper = ShopperRef.customer(customerId);
        int listed = db.deleteFrom(STAFF)
                .where(STAFF.TENANT_ID.eq(tenant.value()))
                .and(STAFF.SHOPPER.eq(shopper.toString()))
                .execute();
        return listed + sides.forget(tenant, shopper);
    }
}
