package io.xiaoer.tenants;

import java.time.OffsetDateTime;

/** A shop was opened; heard inside the transaction that opens it. */
public record ShopOpened(Shop shop, OffsetDateTime at) {}
