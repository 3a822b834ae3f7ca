package io.xiaoer.answering;

import io.xiaoer.shared.Money;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where in the shop the shopper is. It comes from the shopper's side and is believed for what it is: what they look at.
 *
 * @param kind {@code product}, {@code cart}, {@code mine} or {@code other}
 * @param sku the product looked at
 */
public record ShopPage(String kind, @Nullable String sku, List<Item> cart) {

    /** More lines than that are no cart. */
    public static final int MOST_ITEMS = 200;

    private static final int LONGEST_SKU = 128;

    private static final ShopPage NONE = new ShopPage("other", null, List.of());

    /** @param price of one; null if the page did not say */
    public record Item(String sku, int quantity, @Nullable Money price) {}

    public ShopPage {
        cart = List.copyOf(cart);
    }

    public static ShopPage none() {
        return NONE;
    }

    /** Reads a page's plain JSON; what is not as it should be is left out, for a page that errs must not silence the clerk. */
    public static ShopPage of(@Nullable Object page) {
        if (!(page instanceof Map<?, ?> described)) {
            return NONE;
        }
        String kind = described.get("kind") instanceof String said ? said : "other";
        List<Item> items = new ArrayList<>();
        if (described.get("cart") instanceof List<?> lines) {
            lines.stream().limit(MOST_ITEMS).forEach(line -> {
                Item item = item(line);
                if (item != null) {
                    items.add(item);
                }
            });
        }
        return new ShopPage(kind, sku(described.get("sku")), items);
    }

    private static @Nullable Item item(@Nullable Object line) {
        if (!(line instanceof Map<?, ?> described)) {
            return null;
        }
        String sku = sku(described.get("sku"));
        int quantity = described.get("quantity") instanceof Number number ? number.intValue() : 1;
        return sku == null || quantity < 1 || quantity > 99_999
                ? null
                : new Item(sku, quantity, price(described.get("price")));
    }

    private static @Nullable String sku(@Nullable Object value) {
        return value instanceof String sku && !sku.isBlank() && sku.length() <= LONGEST_SKU ? sku : null;
    }

    private static @Nullable Money price(@Nullable Object value) {
        try {
            return value instanceof String || value instanceof Number ? Money.of(String.valueOf(value)) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Of all that is on the page. */
    public Set<String> skus() {
        Set<String> skus = new LinkedHashSet<>();
        if (sku != null) {
            skus.add(sku);
        }
        cart.forEach(item -> skus.add(item.sku()));
        return skus;
    }
}
