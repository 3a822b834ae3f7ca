package io.xiaoer.shopdata.internal;

import static io.xiaoer.shopdata.internal.db.Tables.AFTER_SALE;
import static io.xiaoer.shopdata.internal.db.Tables.RETENTION;
import static io.xiaoer.shopdata.internal.db.Tables.SHOP_ORDER;

import io.xiaoer.shopdata.Order;
import io.xiaoer.shopdata.Retention;
import io.xiaoer.tenancy.TenantId;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** How long shops keep things, and the orders that are older. */
@Repository
public class RetentionRows {

    private static final Set<Order.Status> FINISHED =
            EnumSet.of(Order.Status.DELIVERED, Order.Status.COMPLETED, Order.Status.CANCELLED);

    private final DSLContext db;

    RetentionRows(DSLContext db) {
        this.db = db;
    }

    public Optional<Retention> find(TenantId tenant) {
        return db.selectFrom(RETENTION)
                .where(RETENTION.TENANT_ID.eq(tenant.value()))
                .fetchOptional(row -> new Retention(
                        row.get(RETENTION.CONVERSATION_MONTHS),
                        row.get(RETENTION.ORDER_MONTHS),
                        row.get(RETENTION.VERSION)));
    }

    /** Writes over version {@code retention.version() - 1}; false if that is no longer the version. */
    public boolean save(TenantId tenant, Retention retention) {
        return db.insertInto(RETENTION)
                        .set(RETENTION.TENANT_ID, tenant.value())
                        .set(RETENTION.CONVERSATION_MONTHS, retention.conversationMonths())
                        .set(RETENTION.ORDER_MONTHS, retention.orderMonths())
                        .set(RETENTION.VERSION, retention.version())
                        .onConflict(RETENTION.TENANT_ID)
                        .doUpdate()
                        .set(RETENTION.CONVERSATION_MONTHS, retention.conversationMonths())
                        .set(RETENTION.ORDER_MONTHS, retention.orderMonths())
                        .set(RETENTION.VERSION, retention.version())
                        .where(RETENTION.TENANT_ID.eq(tenant.value()))
                        .and(RETENTION.VERSION.eq(retention.version() - 1))
                        .execute()
                == 1;
    }

    /**
     * Removes finished orders that did not change since, oldest first, with their after-sales.
     *
     * @param most of them
     * @return how many orders
     */
    int trimOrders(TenantId tenant, OffsetDateTime before, int most) {
        List<String> finished = FINISHED.stream()
                .map(status -> status.name().toLowerCase(Locale.ROOT))
                .toList();
        List<String> old = db.select(SHOP_ORDER.ID)
                .from(SHOP_ORDER)
                .where(SHOP_ORDER.TENANT_ID.eq(tenant.value()))
                .and(SHOP_ORDER.PLACED_AT.lt(before))
                .and(SHOP_ORDER.UPDATED_AT.lt(before))
                .and(SHOP_ORDER.STATUS.in(finished))
                .orderBy(SHOP_ORDER.PLACED_AT)
                .limit(most)
                .forUpdate()
                .skipLocked()
                .fetch(SHOP_ORDER.ID);
        if (!old.isEmpty()) {
            String[] ids = old.toArray(String[]::new);
            db.deleteFrom(AFTER_SALE)
                    .where(AFTER_SALE.TENANT_ID.eq(tenant.value()))
                    .and(AFTER_SALE.ORDER_ID.eq(DSL.any(ids)))
                    .execute();
            db.deleteFrom(SHOP_ORDER)
                    .where(SHOP_ORDER.TENANT_ID.eq(tenant.value()))
                    .and(SHOP_ORDER.ID.eq(DSL.any(ids)))
                    .execute();
        }
        return old.size();
    }
}
