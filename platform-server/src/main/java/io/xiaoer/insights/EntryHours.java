package io.xiaoer.insights;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * When an entry's questions were asked.
 *
 * @param entryKey null for what came to no entry: what was not understood, what got choices
 * @param hours how many in each hour of the day, 24 from midnight on
 */
public record EntryHours(@Nullable String entryKey, List<Integer> hours) {

    public static final int HOURS = 24;

    public EntryHours {
        hours = List.copyOf(hours);
        if (hours.size() != HOURS) {
            throw new IllegalArgumentException("a day has " + HOURS + " hours");
        }
    }

    public int questions() {
        return hours.stream().mapToInt(Integer::intValue).sum();
    }

    /** Both together, under this one's key. */
    public EntryHours plus(EntryHours other) {
        return new EntryHours(
                entryKey,
                IntStream.range(0, HOURS)
                        .mapToObj(hour -> hours.get(hour) + other.hours.get(hour))
                        .toList());
    }
}
