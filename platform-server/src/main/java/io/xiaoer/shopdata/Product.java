package io.xiaoer.shopdata;

import io.xiaoer.shared.Money;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something the shop sells.
 *
 * @param id its sku, as order lines and pages name it
 * @param attributes plain JSON, in the shop's order
 * @param presaleShipAt when a pre-sale is shipped; null for what is in stock
 */
public record Product(
        String id,
        String name,
        @Nullable String category,
        @Nullable Money price,
        Map<String, Object> attributes,
        @Nullable OffsetDateTime presaleShipAt,
        @Nullable Integer stock,
        @Nullable String url,
        Freshness freshness)
        implements ShopRecord {}
