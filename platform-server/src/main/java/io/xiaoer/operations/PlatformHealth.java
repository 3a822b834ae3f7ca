package io.xiaoer.operations;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far behind a platform we are with all shops that are connected to it.
 *
 * @param platform for example {@code youzan}
 * @param lost shops that it no longer lets us into
 * @param failing shops with which something fails now, those included
 * @param readUntil of the shops that it lets us into, the furthest behind; null if none was read to its end
 * @param waiting what it told and was not read yet
 * @param waitingSince the oldest of these was told; null if there is none
 * @param failures what it told in the last day and came to nothing, or not yet
 */
public record PlatformHealth(
        String platform,
        int shops,
        int lost,
        int failing,
        @Nullable Instant readUntil,
        int waiting,
        @Nullable Instant waitingSince,
        int failures) {}
