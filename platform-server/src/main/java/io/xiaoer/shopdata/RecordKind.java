package io.xiaoer.shopdata;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a record is of. */
public enum RecordKind {
    CUSTOMERS(Customer.class),
    PRODUCTS(Product.class),
    ORDERS(Order.class),
    AFTERSALES(AfterSale.class),
    COUPONS(Coupon.class);

    private final Class<? extends ShopRecord> type;

    RecordKind(Class<? extends ShopRecord> type) {
        this.type = type;
    }

    public Class<? extends ShopRecord> type() {
        return type;
    }

    /** As the API names it, for example {@code orders}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** By its name, or by that of a single one, such as {@code order}. */
    public static Optional<RecordKind> of(@Nullable String key) {
        return Arrays.stream(values())
                .filter(kind -> kind.key().equals(key) || kind.key().equals(key + "s"))
                .findFirst();
    }

    public static RecordKind of(ShopRecord record) {
        return switch (record) {
            case Customer customer -> CUSTOMERS;
            case Product product -> PRODUCTS;
            case Order order -> ORDERS;
            case AfterSale afterSale -> AFTERSALES;
            case Coupon coupon -> COUPONS;
        };
    }

    /** All keys, for messages. */
    public static String keys() {
        return Arrays.stream(values()).map(RecordKind::key).collect(Collectors.joining(", "));
    }
}
