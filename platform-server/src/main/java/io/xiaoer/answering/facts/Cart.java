package io.xiaoer.answering.facts;

import io.xiaoer.answering.ShopPage;
import io.xiaoer.rules.CartLine;
import io.xiaoer.shared.Money;
import io.xiaoer.shopdata.Product;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the shopper has in the cart, as far as page and products tell. */
final class Cart {

    private Cart() {}

    /** Lines whose price is known: the product's own where the shop told it, else the page's. */
    static List<CartLine> lines(Inquiry in) {
        List<CartLine> lines = new ArrayList<>();
        for (ShopPage.Item item : in.situation.page().cart()) {
            Optional<Product> product = in.situation.records().product(item.sku());
            Money price = item.price() != null
                    ? item.price()
                    : product.map(Product::price).orElse(null);
            if (price != null) {
                lines.add(new CartLine(
                        item.sku(),
                        product.map(Product::category).orElse(null),
                        price,
                        item.quantity(),
                        product.map(Product::presaleShipAt).isPresent()));
            }
        }
        return lines;
    }

    /** What the cart comes to; null if there is none. */
    static @Nullable Money total(List<CartLine> lines) {
        return lines.isEmpty()
                ? null
                : lines.stream()
                        .map(line -> line.price().times(line.quantity()))
                        .reduce(Money.ZERO, Money::plus);
    }
}
