package io.xiaoer.shopdata.internal;

import static io.xiaoer.shopdata.internal.db.Tables.AFTER_SALE;
import static io.xiaoer.shopdata.internal.db.Tables.COUPON;
import static io.xiaoer.shopdata.internal.db.Tables.CUSTOMER;
import static io.xiaoer.shopdata.internal.db.Tables.PRODUCT;
import static io.xiaoer.shopdata.internal.db.Tables.SHOP_ORDER;

import io.xiaoer.shopdata.AfterSale;
import io.xiaoer.shopdata.Coupon;
import io.xiaoer.shopdata.Customer;
import io.xiaoer.shopdata.Order;
import io.xiaoer.shopdata.Product;
import io.xiaoer.shopdata.RecordKind;
import io.xiaoer.shopdata.ShopRecord;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.JSON;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** The table of each kind of record: the same columns in all, and beside them those that its rows are found by. */
enum Shelf {
    CUSTOMERS(CUSTOMER, CUSTOMER.NAME),
    PRODUCTS(PRODUCT),
    ORDERS(SHOP_ORDER, SHOP_ORDER.CUSTOMER_ID, SHOP_ORDER.STATUS, SHOP_ORDER.PLACED_AT),
    AFTERSALES(AFTER_SALE, AFTER_SALE.ORDER_ID),
    COUPONS(COUPON, COUPON.CUSTOMER_ID, COUPON.VALID_TO);

    final Table<?> table;
    final List<Field<?>> lookups;
    final Field<UUID> tenantId;
    final Field<String> id;
    final Field<JSON> data;
    final Field<byte[]> sealed;
    final Field<String> source;
    final Field<OffsetDateTime> updatedAt;
    final Field<OffsetDateTime> receivedAt;

    Shelf(Table<?> table, Field<?>... lookups) {
        this.table = table;
        this.lookups = List.of(lookups);
        this.tenantId = field("tenant_id", UUID.class);
        this.id = field("id", String.class);
        this.data = field("data", JSON.class);
        this.sealed = field("sealed", byte[].class);
        this.source = field("source", String.class);
        this.updatedAt = field("updated_at", OffsetDateTime.class);
        this.receivedAt = field("received_at", OffsetDateTime.class);
    }

    static Shelf of(RecordKind kind) {
        return switch (kind) {
            case CUSTOMERS -> CUSTOMERS;
            case PRODUCTS -> PRODUCTS;
            case ORDERS -> ORDERS;
            case AFTERSALES -> AFTERSALES;
            case COUPONS -> COUPONS;
        };
    }

    /** What a record is found by, in the order of {@link #lookups}. */
    static List<@Nullable Object> lookups(ShopRecord record) {
        return switch (record) {
            case Customer customer -> Arrays.asList(customer.name());
            case Product product -> List.of();
            case Order order ->
                Arrays.asList(order.customerId(), order.status().name().toLowerCase(Locale.ROOT), order.placedAt());
            case AfterSale afterSale -> Arrays.asList(afterSale.orderId());
            case Coupon coupon -> Arrays.asList(coupon.customerId(), coupon.validTo());
        };
    }

    List<Field<?>> columns() {
        return Stream.concat(
                        Stream.of(tenantId, id),
                        Stream.concat(lookups.stream(), Stream.of(data, sealed, source, updatedAt, receivedAt)))
                .toList();
    }

    private <T> Field<T> field(String name, Class<T> type) {
        Field<T> field = table.field(name, type);
        if (field == null) {
            throw new IllegalStateException(table + " has no " + name);
        }
        return field;
    }
}
