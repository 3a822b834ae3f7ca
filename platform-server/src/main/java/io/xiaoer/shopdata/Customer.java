package io.xiaoer.shopdata;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** A shopper as the shop knows them. */
public record Customer(
        String id,
        String name,
        @Nullable String phone,
        @Nullable String memberLevel,
        @Nullable OffsetDateTime registeredAt,
        Freshness freshness)
        implements ShopRecord {}
