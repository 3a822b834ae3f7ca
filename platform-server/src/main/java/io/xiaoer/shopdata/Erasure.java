package io.xiaoer.shopdata;

import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;

/**
 * The tombstone of an erased shopper.
 *
 * @param by who erased them, as the audit trail names them
 * @param records how many of what were removed, for example {@code orders}
 */
public record Erasure(UUID id, OffsetDateTime erasedAt, String by, Map<String, Integer> records) {}
