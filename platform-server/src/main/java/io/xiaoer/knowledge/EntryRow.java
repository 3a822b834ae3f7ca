package io.xiaoer.knowledge;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One entry as a list shows it.
 *
 * @param answer its first characters, as written
 * @param similar how many similar questions it has
 * @param keywords how many keywords it has
 */
public record EntryRow(
        String key,
        String question,
        String answer,
        int similar,
        int keywords,
        boolean enabled,
        @Nullable OffsetDateTime validFrom,
        @Nullable OffsetDateTime validTo,
        int version,
        OffsetDateTime updatedAt) {}
