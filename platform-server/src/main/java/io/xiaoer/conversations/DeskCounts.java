package io.xiaoer.conversations;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * How much there is to do.
 *
 * @param waiting in line
 * @param mine that the asking member has
 * @param unanswered of mine, those in which the shopper spoke last
 * @param held that anybody has
 * @param oldest since when the one who waits longest waits; null if nobody does
 */
public record DeskCounts(
        int waiting,
        int mine,
        int unanswered,
        int held,
        @Nullable OffsetDateTime oldest) {}
