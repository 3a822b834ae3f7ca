package io.xiaoer.shopdata.internal;

import static io.xiaoer.shopdata.internal.db.Tables.AFTER_SALE;
import static io.xiaoer.shopdata.internal.db.Tables.COUPON;
import static io.xiaoer.shopdata.internal.db.Tables.CUSTOMER;
import static io.xiaoer.shopdata.internal.db.Tables.PRODUCT;
import static io.xiaoer.shopdata.internal.db.Tables.SHOP_ORDER;

import io.xiaoer.shopdata.Freshness;
import io.xiaoer.shopdata.Product;
import io.xiaoer.shopdata.RecordKind;
import io.xiaoer.shopdata.ShopRecord;
import io.xiaoer.tenancy.TenantId;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSON;
import org.jooq.Record7;
import org.jooq.Select;
import org.jooq.SelectJoinStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The tables of records. */
@Repository
public class RecordRows {

    /** Rows of one statement. */
    private static final int CHUNK = 250;

    private static final int MOST_COUPONS = 200;

    private final DSLContext db;
    private final RecordJson json;

    RecordRows(DSLContext db, RecordJson json) {
        this.db = db;
        this.json = json;
    }

    /**
     * Writes records over what is older or as old; a row that is as old keeps its source.
     *
     * @param records of one kind, each id once, in the order of their ids, so that no two transactions wait for each other
     * @return the ids of those that were written
     */
    Set<String> upsert(TenantId tenant, RecordKind kind, List<? extends ShopRecord> records) {
        Set<String> written = new HashSet<>();
        for (int from = 0; from < records.size(); from += CHUNK) {
            written.addAll(upsertChunk(tenant, kind, records.subList(from, Math.min(from + CHUNK, records.size()))));
        }
        return written;
    }

    private Set<String> upsertChunk(TenantId tenant, RecordKind kind, List<? extends ShopRecord> records) {
        Shelf shelf = Shelf.of(kind);
        var insert = db.insertInto(shelf.table).columns(shelf.columns());
        for (ShopRecord record : records) {
            insert = insert.values(values(tenant, record));
        }
        Map<Field<?>, Field<?>> fresh = new LinkedHashMap<>();
        shelf.columns().stream()
                .filter(column -> !column.equals(shelf.tenantId) && !column.equals(shelf.id))
                .forEach(column -> fresh.put(column, DSL.excluded(column)));
        fresh.put(
                shelf.source,
                DSL.when(DSL.excluded(shelf.updatedAt).eq(shelf.updatedAt), shelf.source)
                        .otherwise(DSL.excluded(shelf.source)));
        return insert.onConflict(shelf.tenantId, shelf.id)
                .doUpdate()
                .set(fresh)
                .where(DSL.excluded(shelf.updatedAt).ge(shelf.updatedAt))
                .returning(shelf.id)
                .fetchSet(shelf.id);
    }

    private List<@Nullable Object> values(TenantId tenant, ShopRecord record) {
        RecordJson.Written written = json.write(tenant, record);
        Freshness freshness = record.freshness();
        List<@Nullable Object> values = new ArrayList<>();
        values.add(tenant.value());
        values.add(record.id());
        values.addAll(Shelf.lookups(record));
        values.add(JSON.json(written.data()));
        values.add(written.sealed());
        values.add(freshness.source());
        values.add(freshness.updatedAt());
        values.add(freshness.receivedAt());
        return values;
    }

    public Optional<ShopRecord> find(TenantId tenant, RecordKind kind, String id) {
        Shelf shelf = Shelf.of(kind);
        return read(
                        tenant,
                        select(kind).where(shelf.tenantId.eq(tenant.value())).and(shelf.id.eq(id)))
                .stream()
                .findFirst();
    }

    /**
     * The shopper's own record, their newest orders, the after-sales of these and the coupons that end last.
     *
     * @return in no order
     */
    public List<ShopRecord> ofShopper(TenantId tenant, String customerId, int mostOrders) {
        var newest = SHOP_ORDER.PLACED_AT.desc();
        return read(
                tenant,
                select(RecordKind.CUSTOMERS)
                        .where(CUSTOMER.TENANT_ID.eq(tenant.value()))
                        .and(CUSTOMER.ID.eq(customerId))
                        .unionAll(select(RecordKind.ORDERS)
                                .where(SHOP_ORDER.TENANT_ID.eq(tenant.value()))
                                .and(SHOP_ORDER.CUSTOMER_ID.eq(customerId))
                                .orderBy(newest, SHOP_ORDER.ID)
                                .limit(mostOrders))
                        .unionAll(select(RecordKind.AFTERSALES)
                                .where(AFTER_SALE.TENANT_ID.eq(tenant.value()))
                                .and(AFTER_SALE.ORDER_ID.in(db.select(SHOP_ORDER.ID)
                                        .from(SHOP_ORDER)
                                        .where(SHOP_ORDER.TENANT_ID.eq(tenant.value()))
                                        .and(SHOP_ORDER.CUSTOMER_ID.eq(customerId))
                                        .orderBy(newest, SHOP_ORDER.ID)
                                        .limit(mostOrders))))
                        .unionAll(select(RecordKind.COUPONS)
                                .where(COUPON.TENANT_ID.eq(tenant.value()))
                                .and(COUPON.CUSTOMER_ID.eq(customerId))
                                .orderBy(COUPON.VALID_TO.desc().nullsFirst(), COUPON.ID)
                                .limit(MOST_COUPONS)));
    }

    /** By the order's id. */
    public Map<String, String> customersOf(TenantId tenant, Collection<String> orderIds) {
        return db.select(SHOP_ORDER.ID, SHOP_ORDER.CUSTOMER_ID)
                .from(SHOP_ORDER)
                .where(SHOP_ORDER.TENANT_ID.eq(tenant.value()))
                .and(SHOP_ORDER.ID.eq(DSL.any(orderIds.toArray(String[]::new))))
                .fetchMap(SHOP_ORDER.ID, SHOP_ORDER.CUSTOMER_ID);
    }

    public List<String> customersWithOrders(
            TenantId tenant, String source, OffsetDateTime since, String after, int most) {
        return db.selectDistinct(SHOP_ORDER.CUSTOMER_ID)
                .from(SHOP_ORDER)
                .where(SHOP_ORDER.TENANT_ID.eq(tenant.value()))
                .and(SHOP_ORDER.SOURCE.eq(source))
                .and(SHOP_ORDER.UPDATED_AT.ge(since))
                .and(SHOP_ORDER.CUSTOMER_ID.gt(after))
                .orderBy(SHOP_ORDER.CUSTOMER_ID)
                .limit(most)
                .fetch(SHOP_ORDER.CUSTOMER_ID);
    }

    public int countCustomersWithOrders(TenantId tenant, String source, OffsetDateTime since) {
        return db.select(DSL.countDistinct(SHOP_ORDER.CUSTOMER_ID))
                .from(SHOP_ORDER)
                .where(SHOP_ORDER.TENANT_ID.eq(tenant.value()))
                .and(SHOP_ORDER.SOURCE.eq(source))
                .and(SHOP_ORDER.UPDATED_AT.ge(since))
                .fetchSingle()
                .value1();
    }

    /**
     * Removes records that {@code source} brought last.
     *
     * @return how many, {@code most} at most
     */
    public int removeBroughtBy(TenantId tenant, RecordKind kind, String source, int most) {
        Shelf shelf = Shelf.of(kind);
        List<String> ids = db.select(shelf.id)
                .from(shelf.table)
                .where(shelf.tenantId.eq(tenant.value()))
                .and(shelf.source.eq(source))
                .orderBy(shelf.id)
                .limit(most)
                .fetch(shelf.id);
        return ids.isEmpty()
                ? 0
                : db.deleteFrom(shelf.table)
                        .where(shelf.tenantId.eq(tenant.value()))
                        .and(shelf.id.eq(DSL.any(ids.toArray(String[]::new))))
                        .execute();
    }

    public List<Product> products(TenantId tenant, Collection<String> skus) {
        return read(
                        tenant,
                        select(RecordKind.PRODUCTS)
                                .where(PRODUCT.TENANT_ID.eq(tenant.value()))
                                .and(PRODUCT.ID.eq(DSL.any(skus.toArray(String[]::new)))))
                .stream()
                .map(Product.class::cast)
                .toList();
    }

    public List<Product> productsAfter(TenantId tenant, String after, int limit) {
        return read(
                        tenant,
                        select(RecordKind.PRODUCTS)
                                .where(PRODUCT.TENANT_ID.eq(tenant.value()))
                                .and(PRODUCT.ID.gt(after))
                                .orderBy(PRODUCT.ID)
                                .limit(limit))
                .stream()
                .map(Product.class::cast)
                .toList();
    }

    /** The columns that {@link #read} needs. */
    SelectJoinStep<Record7<String, String, JSON, byte[], String, OffsetDateTime, OffsetDateTime>> select(
            RecordKind kind) {
        Shelf shelf = Shelf.of(kind);
        return db.select(
                        DSL.inline(kind.name()).as("kind"),
                        shelf.id,
                        shelf.data,
                        shelf.sealed,
                        shelf.source,
                        shelf.updatedAt,
                        shelf.receivedAt)
                .from(shelf.table);
    }

    List<ShopRecord> read(
            TenantId tenant,
            Select<Record7<String, String, JSON, byte[], String, OffsetDateTime, OffsetDateTime>> query) {
        return query.fetch(row -> json.read(
                tenant,
                new RecordJson.Row(
                        RecordKind.valueOf(row.value1()),
                        row.value2(),
                        row.value3().data(),
                        row.value4(),
                        row.value5(),
                        row.value6(),
                        row.value7())));
    }
}
