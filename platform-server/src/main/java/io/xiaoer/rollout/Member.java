package io.xiaoer.rollout;

import java.time.OffsetDateTime;

/** A shopper who is in a pilot. */
public record Member(ShopperRef shopper, int pilot, OffsetDateTime since) {}
