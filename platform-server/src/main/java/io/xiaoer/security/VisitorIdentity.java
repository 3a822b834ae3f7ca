package io.xiaoer.security;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Who a shopper is, as the shop has signed it.
 *
 * @param customerId as the shop's systems name the shopper
 * @param expiresAt until when the shop vouches for it
 * @param name what to call them
 * @param registeredAt since when the shop knows them
 */
public record VisitorIdentity(
        String customerId,
        Instant expiresAt,
        @Nullable String name,
        @Nullable OffsetDateTime registeredAt) {}
