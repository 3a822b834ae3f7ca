package io.xiaoer.shopdata;

import java.time.OffsetDateTime;

/**
 * Where a row comes from and how new it is.
 *
 * @param source who brought it: {@code push}, {@code lookup}, {@code webhook} or the name of a bridge
 * @param updatedAt when it changed, as the shop's system says
 * @param receivedAt when we last heard it, changed or not
 */
public record Freshness(String source, OffsetDateTime updatedAt, OffsetDateTime receivedAt) {}
