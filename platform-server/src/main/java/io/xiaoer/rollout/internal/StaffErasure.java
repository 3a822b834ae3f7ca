package io.xiaoer.rollout.internal;

import static io.xiaoer.rollout.internal.db.Tables.STAFF;

import io.xiaoer.rollout.ShopperRef;
import io.xiaoer.shopdata.ShopperErasure;
import io.xiaoer.tenancy.TenantScope;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Takes an erased shopper off the lists of staff. */
@Component
class StaffErasure implements ShopperErasure {

    private final DSLContext db;

    StaffErasure(DSLContext db) {
        this.db = db;
    }

    @Override
    public String what() {
        return "staff";
    }

    @Override
    public int erase(String customerId) {
        return db.deleteFrom(STAFF)
                .where(STAFF.TENANT_ID.eq(TenantScope.required().value()))
                .and(STAFF.SHOPPER.eq(ShopperRef.customer(customerId).toString()))
                .execute();
    }
}
