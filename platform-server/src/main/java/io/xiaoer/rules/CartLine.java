package io.xiaoer.rules;

import io.xiaoer.shared.Money;
import org.jspecify.annotations.Nullable;

/**
 * So many of one thing in a cart or an order.
 *
 * @param category null if it is not known
 * @param price of one piece
 */
public record CartLine(String sku, @Nullable String category, Money price, int quantity, boolean presale) {

    public CartLine {
        if (quantity < 0) {
            throw new IllegalArgumentException("quantity must not be negative");
        }
    }

    public Money amount() {
        return price.times(quantity);
    }
}
