package io.xiaoer.security.internal;

import static io.xiaoer.security.internal.db.Tables.IDEMPOTENT_REQUEST;

import io.xiaoer.shopdata.ShopperErasure;
import io.xiaoer.tenancy.TenantScope;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Forgets answers to idempotent writes that name an erased shopper; the same write again is done again. They count as copies, not as records. */
@Component
class AnswerErasure implements ShopperErasure {

    private final DSLContext db;
    private final JsonMapper json;

    AnswerErasure(DSLContext db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    @Override
    public String what() {
        return "answers";
    }

    @Override
    public int erase(String customerId) {
        db.deleteFrom(IDEMPOTENT_REQUEST)
                .where(IDEMPOTENT_REQUEST.TENANT_ID.eq(TenantScope.required().value()))
                .and(DSL.position(IDEMPOTENT_REQUEST.RESPONSE, json.writeValueAsString(customerId))
                        .gt(0))
                .execute();
        return 0;
    }
}
