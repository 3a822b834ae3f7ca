package io.xiaoer.shopdata;

import io.xiaoer.shared.NoLookups;
import io.xiaoer.shared.Page;
import io.xiaoer.shopdata.internal.RecordRows;
import io.xiaoer.tenancy.OpenToAll;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is known of one shopper of the bound shop; whoever asks says which shopper, so ask only for one whose identity is certain. */
@Service
@OpenToAll("on the shopper's way")
public class ShopData {

    private final RecordRows rows;

    ShopData(RecordRows rows) {
        this.rows = rows;
    }

    /**
     * All that is known of a shopper, in two statements; nothing but products if the shop never told us of them.
     *
     * @param skus of products that are wanted beside those of the shopper's orders
     */
    @Transactional(readOnly = true)
    public ShopperRecords of(String customerId, Collection<String> skus) {
        NoLookups.check("a shopper's data");
        TenantId tenant = TenantScope.required();
        List<ShopRecord> records = rows.ofShopper(tenant, customerId, ShopperRecords.MOST_ORDERS);
        List<Order> orders = only(records, Order.class)
                .sorted(Comparator.comparing(Order::placedAt).reversed().thenComparing(Order::id))
                .toList();
        TreeSet<String> wanted = new TreeSet<>(skus);
        orders.forEach(order -> order.lines().forEach(line -> wanted.add(line.sku())));
        return new ShopperRecords(
                only(records, Customer.class).findFirst().orElse(null),
                orders,
                only(records, AfterSale.class)
                        .sorted(Comparator.comparing(
                                        AfterSale::requestedAt, Comparator.nullsFirst(Comparator.naturalOrder()))
                                .reversed()
                                .thenComparing(AfterSale::id))
                        .toList(),
                only(records, Coupon.class)
                        .sorted(Comparator.comparing(Coupon::validTo, Comparator.nullsLast(Comparator.naturalOrder()))
                                .thenComparing(Coupon::id))
                        .toList(),
                products(tenant, wanted));
    }

    /** Whose these orders are, as far as they are known. */
    @Transactional(readOnly = true)
    public Map<String, String> customersOf(Collection<String> orderIds) {
        return orderIds.isEmpty() ? Map.of() : rows.customersOf(TenantScope.required(), orderIds);
    }

    /**
     * Ids of customers of whom {@code source} has brought an order that changed from {@code since} on; from after {@code id} on, in their
     * order.
     */
    @Transactional(readOnly = true)
    public List<String> customersWithOrders(String source, Instant since, String id, int most) {
        return rows.customersWithOrders(TenantScope.required(), source, since.atOffset(ZoneOffset.UTC), id, most);
    }

    @Transactional(readOnly = true)
    public int countCustomersWithOrders(String source, Instant since) {
        return rows.countCustomersWithOrders(TenantScope.required(), source, since.atOffset(ZoneOffset.UTC));
    }

    /** What may be told to somebody who is not signed in. */
    @Transactional(readOnly = true)
    public ShopperRecords nobody(Collection<String> skus) {
        NoLookups.check("products");
        return ShopperRecords.nobody(products(TenantScope.required(), skus));
    }

    /** What the shop sells, in the order of the skus. */
    @Transactional(readOnly = true)
    public Page<Product> products(@Nullable String cursor, int limit) {
        return Page.of(rows.productsAfter(TenantScope.required(), Page.after(cursor), limit + 1), limit, Product::id);
    }

    private Map<String, Product> products(TenantId tenant, Collection<String> skus) {
        return skus.isEmpty()
                ? Map.of()
                : rows.products(tenant, skus).stream().collect(Collectors.toMap(Product::id, Function.identity()));
    }

    private static <R extends ShopRecord> Stream<R> only(List<ShopRecord> records, Class<R> type) {
        return records.stream().filter(type::isInstance).map(type::cast);
    }
}
