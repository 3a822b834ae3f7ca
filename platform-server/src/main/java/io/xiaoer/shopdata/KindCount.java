package io.xiaoer.shopdata;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * How many records of a kind there are.
 *
 * @param lastReceivedAt when one was last heard of; null if there are none
 */
public record KindCount(
        RecordKind kind, long count, @Nullable OffsetDateTime lastReceivedAt) {}
