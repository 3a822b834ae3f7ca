package io.xiaoer.insights;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Whose outcomes are counted, and of when. Staff never are.
 *
 * @param pilot members of this pilot alone; null for everybody
 * @param rest turns it around: everybody but those members
 * @param release what this release said alone; null for any
 * @param to exclusive
 */
public record Slice(
        @Nullable Integer pilot, boolean rest, @Nullable Integer release, OffsetDateTime from, OffsetDateTime to) {

    public static Slice members(int pilot, OffsetDateTime from, OffsetDateTime to) {
        return new Slice(pilot, false, null, from, to);
    }

    public static Slice rest(int pilot, OffsetDateTime from, OffsetDateTime to) {
        return new Slice(pilot, true, null, from, to);
    }

    public Slice of(int onlyRelease) {
        return new Slice(pilot, rest, onlyRelease, from, to);
    }
}
