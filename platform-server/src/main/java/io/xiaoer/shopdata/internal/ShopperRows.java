package io.xiaoer.shopdata.internal;

import static io.xiaoer.shopdata.internal.db.Tables.COUPON;
import static io.xiaoer.shopdata.internal.db.Tables.CUSTOMER;
import static io.xiaoer.shopdata.internal.db.Tables.SHOP_ORDER;

import io.xiaoer.shopdata.Customer;
import io.xiaoer.shopdata.KindCount;
import io.xiaoer.shopdata.RecordKind;
import io.xiaoer.tenancy.TenantId;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record3;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** Looks through a shop's records for its members. */
@Repository
public class ShopperRows {

    private final DSLContext db;
    private final RecordRows records;

    ShopperRows(DSLContext db, RecordRows records) {
        this.db = db;
        this.records = records;
    }

    /** Whose id begins with {@code text} or whose name has it, in the order of their ids. */
    public List<Customer> search(TenantId tenant, String text, String after, int limit) {
        Condition wanted = text.isEmpty()
                ? DSL.noCondition()
                : CUSTOMER.ID.startsWith(text).or(CUSTOMER.NAME.containsIgnoreCase(text));
        return records
                .read(
                        tenant,
                        records.select(RecordKind.CUSTOMERS)
                                .where(CUSTOMER.TENANT_ID.eq(tenant.value()))
                                .and(CUSTOMER.ID.gt(after))
                                .and(wanted)
                                .orderBy(CUSTOMER.ID)
                                .limit(limit))
                .stream()
                .map(Customer.class::cast)
                .toList();
    }

    /** Of those customers who have one, by their ids. */
    public Map<String, String> names(TenantId tenant, Collection<String> customerIds) {
        return db.select(CUSTOMER.ID, CUSTOMER.NAME)
                .from(CUSTOMER)
                .where(CUSTOMER.TENANT_ID.eq(tenant.value()))
                .and(CUSTOMER.ID.eq(DSL.any(customerIds.toArray(String[]::new))))
                .and(CUSTOMER.NAME.isNotNull())
                .fetchMap(CUSTOMER.ID, CUSTOMER.NAME);
    }

    /** Whether there are orders or coupons of a shopper. */
    public boolean hasRecords(TenantId tenant, String customerId) {
        return db.fetchExists(DSL.selectOne()
                .from(SHOP_ORDER)
                .where(SHOP_ORDER.TENANT_ID.eq(tenant.value()))
                .and(SHOP_ORDER.CUSTOMER_ID.eq(customerId))
                .unionAll(DSL.selectOne()
                        .from(COUPON)
                        .where(COUPON.TENANT_ID.eq(tenant.value()))
                        .and(COUPON.CUSTOMER_ID.eq(customerId))));
    }

    public List<KindCount> counts(TenantId tenant) {
        return Arrays.stream(RecordKind.values())
                .map(kind -> count(tenant, kind))
                .reduce((one, other) -> one.unionAll(other))
                .orElseThrow()
                .fetch(row -> new KindCount(RecordKind.valueOf(row.value1()), row.value2(), row.value3()))
                .stream()
                .sorted(Comparator.comparing(KindCount::kind))
                .toList();
    }

    private Select<Record3<String, Integer, OffsetDateTime>> count(TenantId tenant, RecordKind kind) {
        Shelf shelf = Shelf.of(kind);
        return db.select(DSL.inline(kind.name()), DSL.count(), DSL.max(shelf.receivedAt))
                .from(shelf.table)
                .where(shelf.tenantId.eq(tenant.value()));
    }
}
