package io.xiaoer.shopdata.internal;

import static io.xiaoer.shopdata.internal.db.Tables.AFTER_SALE;
import static io.xiaoer.shopdata.internal.db.Tables.COUPON;
import static io.xiaoer.shopdata.internal.db.Tables.CUSTOMER;
import static io.xiaoer.shopdata.internal.db.Tables.ERASED;
import static io.xiaoer.shopdata.internal.db.Tables.ERASURE;
import static io.xiaoer.shopdata.internal.db.Tables.SHOP_ORDER;

import io.xiaoer.shopdata.AfterSale;
import io.xiaoer.shopdata.Coupon;
import io.xiaoer.shopdata.Customer;
import io.xiaoer.shopdata.Erasure;
import io.xiaoer.shopdata.Order;
import io.xiaoer.shopdata.Product;
import io.xiaoer.shopdata.RecordKind;
import io.xiaoer.shopdata.ShopRecord;
import io.xiaoer.tenancy.Actor;
import io.xiaoer.tenancy.TenantId;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSON;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Removes shoppers' records, and keeps marks of what was removed. */
@Repository
public class ErasureRows {

    /** Keeps locks of ours apart from others'. */
    private static final long LOCK = 0x65_72_61_73_75_72_65L;

    private static final int CHUNK = 1000;

    private final DSLContext db;
    private final Sealing sealing;
    private final JsonMapper json;

    ErasureRows(DSLContext db, Sealing sealing, JsonMapper json) {
        this.db = db;
        this.sealing = sealing;
        this.json = json;
    }

    /** Keeps arrivals of the shop away until the transaction ends. */
    public void lockAlone(TenantId tenant) {
        db.execute("select pg_advisory_xact_lock(?)", lock(tenant));
    }

    /** Keeps erasures away until the transaction ends, but no other arrivals. */
    void lockTogether(TenantId tenant) {
        db.execute("select pg_advisory_xact_lock_shared(?)", lock(tenant));
    }

    private static long lock(TenantId tenant) {
        return LOCK ^ tenant.value().getMostSignificantBits() ^ tenant.value().getLeastSignificantBits();
    }

    /**
     * Removes all records of a shopper and marks each of them.
     *
     * @return how many there were of each kind
     */
    public Map<String, Integer> remove(TenantId tenant, String customerId, OffsetDateTime at) {
        Map<RecordKind, Map<String, OffsetDateTime>> removed = new LinkedHashMap<>();
        removed.put(RecordKind.CUSTOMERS, removeWhere(tenant, RecordKind.CUSTOMERS, CUSTOMER.ID.eq(customerId)));
        removed.put(RecordKind.ORDERS, removeWhere(tenant, RecordKind.ORDERS, SHOP_ORDER.CUSTOMER_ID.eq(customerId)));
        String[] orders = removed.get(RecordKind.ORDERS).keySet().toArray(String[]::new);
        removed.put(
                RecordKind.AFTERSALES,
                removeWhere(tenant, RecordKind.AFTERSALES, AFTER_SALE.ORDER_ID.eq(DSL.any(orders))));
        removed.put(RecordKind.COUPONS, removeWhere(tenant, RecordKind.COUPONS, COUPON.CUSTOMER_ID.eq(customerId)));
        mark(tenant, customerId, removed, at);
        Map<String, Integer> counts = new HashMap<>();
        removed.forEach((kind, ids) -> counts.put(kind.key(), ids.size()));
        return counts;
    }

    /** The ids of what was removed, with when each changed. */
    private Map<String, OffsetDateTime> removeWhere(TenantId tenant, RecordKind kind, Condition condition) {
        Shelf shelf = Shelf.of(kind);
        return db.deleteFrom(shelf.table)
                .where(shelf.tenantId.eq(tenant.value()))
                .and(condition)
                .returningResult(shelf.id, shelf.updatedAt)
                .fetchMap(shelf.id, shelf.updatedAt);
    }

    /** A record whose shop's clock was ahead is refused until that time, or its next delivery would bring it back. */
    private void mark(
            TenantId tenant,
            String customerId,
            Map<RecordKind, Map<String, OffsetDateTime>> removed,
            OffsetDateTime at) {
        TreeMap<String, OffsetDateTime> marks = new TreeMap<>();
        removed.forEach(
                (kind, ids) -> ids.forEach((id, updatedAt) -> marks.put(mark(tenant, kind, id), later(at, updatedAt))));
        OffsetDateTime latest = marks.values().stream().reduce(at, ErasureRows::later);
        marks.put(mark(tenant, RecordKind.CUSTOMERS, customerId), latest);
        List<Map.Entry<String, OffsetDateTime>> all = List.copyOf(marks.entrySet());
        for (int from = 0; from < all.size(); from += CHUNK) {
            var insert = db.insertInto(ERASED, ERASED.TENANT_ID, ERASED.MARK, ERASED.ERASED_AT);
            for (Map.Entry<String, OffsetDateTime> mark : all.subList(from, Math.min(from + CHUNK, all.size()))) {
                insert = insert.values(tenant.value(), mark.getKey(), mark.getValue());
            }
            insert.onConflict(ERASED.TENANT_ID, ERASED.MARK)
                    .doUpdate()
                    .set(ERASED.ERASED_AT, DSL.excluded(ERASED.ERASED_AT))
                    .execute();
        }
    }

    private static OffsetDateTime later(OffsetDateTime one, OffsetDateTime other) {
        return one.isBefore(other) ? other : one;
    }

    private String mark(TenantId tenant, RecordKind kind, String id) {
        return sealing.marks(tenant, kind.key(), id).getFirst();
    }

    public void insert(TenantId tenant, String customerId, Erasure erasure, Actor.Kind by) {
        db.insertInto(ERASURE)
                .set(ERASURE.TENANT_ID, tenant.value())
                .set(ERASURE.ERASURE_ID, erasure.id())
                .set(ERASURE.MARK, mark(tenant, RecordKind.CUSTOMERS, customerId))
                .set(ERASURE.ACTOR_KIND, by.name())
                .set(ERASURE.ACTOR, erasure.by())
                .set(ERASURE.RECORDS, JSON.json(json.writeValueAsString(erasure.records())))
                .set(ERASURE.ERASED_AT, erasure.erasedAt())
                .execute();
    }

    public List<Erasure> find(TenantId tenant, String customerId) {
        String[] marks =
                sealing.marks(tenant, RecordKind.CUSTOMERS.key(), customerId).toArray(String[]::new);
        return db.selectFrom(ERASURE)
                .where(ERASURE.TENANT_ID.eq(tenant.value()))
                .and(ERASURE.MARK.eq(DSL.any(marks)))
                .orderBy(ERASURE.ERASURE_ID.desc())
                .fetch(row -> new Erasure(
                        row.get(ERASURE.ERASURE_ID),
                        row.get(ERASURE.ERASED_AT),
                        row.get(ERASURE.ACTOR),
                        json.readValue(row.get(ERASURE.RECORDS).data(), new TypeReference<Map<String, Integer>>() {})));
    }

    /**
     * Those of {@code records} that are of an erased shopper, as they were before the erasure. Waits for an erasure that is
     * going on, and keeps others away until the transaction ends.
     */
    Set<ShopRecord> erased(TenantId tenant, Collection<ShopRecord> records) {
        Map<ShopRecord, List<String>> marks = new HashMap<>();
        records.forEach(record -> marks.put(record, marks(tenant, record)));
        String[] all = marks.values().stream().flatMap(List::stream).distinct().toArray(String[]::new);
        if (all.length == 0) {
            return Set.of();
        }
        lockTogether(tenant);
        Map<String, OffsetDateTime> known = db.select(ERASED.MARK, ERASED.ERASED_AT)
                .from(ERASED)
                .where(ERASED.TENANT_ID.eq(tenant.value()))
                .and(ERASED.MARK.eq(DSL.any(all)))
                .fetchMap(ERASED.MARK, ERASED.ERASED_AT);
        Set<ShopRecord> erased = new HashSet<>();
        marks.forEach((record, own) -> {
            OffsetDateTime updatedAt = record.freshness().updatedAt();
            boolean before = own.stream()
                    .anyMatch(
                            mark -> known.containsKey(mark) && !updatedAt.isAfter(known.getOrDefault(mark, updatedAt)));
            if (before) {
                erased.add(record);
            }
        });
        return erased;
    }

    /** Of the record itself and of whose it is. */
    private List<String> marks(TenantId tenant, ShopRecord record) {
        return switch (record) {
            case Customer customer -> sealing.marks(tenant, RecordKind.CUSTOMERS.key(), customer.id());
            case Product product -> List.of();
            case Order order -> both(tenant, RecordKind.ORDERS, order.id(), RecordKind.CUSTOMERS, order.customerId());
            case AfterSale afterSale ->
                both(tenant, RecordKind.AFTERSALES, afterSale.id(), RecordKind.ORDERS, afterSale.orderId());
            case Coupon coupon ->
                both(tenant, RecordKind.COUPONS, coupon.id(), RecordKind.CUSTOMERS, coupon.customerId());
        };
    }

    private List<String> both(TenantId tenant, RecordKind own, String id, RecordKind of, String ofId) {
        return Stream.concat(
                        sealing.marks(tenant, own.key(), id).stream(), sealing.marks(tenant, of.key(), ofId).stream())
                .toList();
    }
}
