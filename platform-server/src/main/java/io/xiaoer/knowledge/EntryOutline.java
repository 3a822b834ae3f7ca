package io.xiaoer.knowledge;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What can be said of a draft entry without its answer.
 *
 * @param validTo first instant at which it no longer answers; null for never ending
 */
public record EntryOutline(
        String key,
        String question,
        boolean enabled,
        @Nullable Instant validTo,
        Instant updatedAt) {

    /** Whether it would answer but for its end. */
    public boolean hasExpired(Instant now) {
        return enabled && validTo != null && !now.isBefore(validTo);
    }
}
