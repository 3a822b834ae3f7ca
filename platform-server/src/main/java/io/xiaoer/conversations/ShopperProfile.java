package io.xiaoer.conversations;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What the shop says of a shopper beside their id.
 *
 * @param name what to call them
 * @param registeredAt since when the shop knows them
 */
public record ShopperProfile(
        @Nullable String name, @Nullable OffsetDateTime registeredAt) {

    /** The shop has said nothing. */
    public static final ShopperProfile NONE = new ShopperProfile(null, null);
}
