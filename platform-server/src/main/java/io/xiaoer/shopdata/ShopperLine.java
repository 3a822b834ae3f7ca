package io.xiaoer.shopdata;

import org.jspecify.annotations.Nullable;

/**
 * A shopper in a list.
 *
 * @param name null if the shop told us of their orders only
 * @param phone masked
 * @param freshness of the customer's own record; null like the name
 */
public record ShopperLine(
        String id,
        @Nullable String name,
        @Nullable String phone,
        @Nullable String memberLevel,
        @Nullable Freshness freshness) {}
