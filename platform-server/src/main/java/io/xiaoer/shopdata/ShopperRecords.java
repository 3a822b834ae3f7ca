package io.xiaoer.shopdata;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of one shopper, read in one go.
 *
 * @param customer null if the shop never told us of them
 * @param orders newest first, at most {@link #MOST_ORDERS}
 * @param afterSales of these orders, newest first
 * @param coupons that they hold, those that end first first
 * @param products those of the orders' lines and of the page, by sku
 */
public record ShopperRecords(
        @Nullable Customer customer,
        List<Order> orders,
        List<AfterSale> afterSales,
        List<Coupon> coupons,
        Map<String, Product> products) {

    public static final int MOST_ORDERS = 50;

    public ShopperRecords {
        orders = List.copyOf(orders);
        afterSales = List.copyOf(afterSales);
        coupons = List.copyOf(coupons);
        products = Map.copyOf(products);
    }

    /** Of somebody who is not signed in. */
    public static ShopperRecords nobody(Map<String, Product> products) {
        return new ShopperRecords(null, List.of(), List.of(), List.of(), products);
    }

    /** What the goods are called that the shopper may speak of. */
    public List<String> goods() {
        Set<String> names = new LinkedHashSet<>();
        orders.forEach(order -> order.lines().forEach(line -> names.add(line.name())));
        products.values().forEach(product -> names.add(product.name()));
        return List.copyOf(names);
    }

    public Optional<Product> product(String sku) {
        return Optional.ofNullable(products.get(sku));
    }
}
