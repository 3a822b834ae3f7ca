package io.xiaoer.connectors.internal.bridges;

import java.time.Instant;

/**
 * What a reading is to bring.
 *
 * @param since of what was made (all) or what has changed (changes) from then on
 * @param until and before then
 */
public record SyncAim(Kind kind, Instant since, Instant until) {

    /** What is read. */
    public enum Kind {
        /** All that there is. */
        FULL,
        /** What has changed. */
        CHANGES
    }
}
