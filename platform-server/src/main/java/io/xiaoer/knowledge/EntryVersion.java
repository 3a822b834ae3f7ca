package io.xiaoer.knowledge;

import io.xiaoer.tenancy.Actor;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One version of an entry, in full.
 *
 * @param number counts an entry's changes from 1, and goes on when the entry is deleted and made again
 * @param entry as it was from then on; for a deletion, as it was until then
 * @param actor who did it, as the audit trail shows them
 * @param importId which file it came with; null for a change by hand
 */
public record EntryVersion(
        int number,
        Change change,
        Entry entry,
        Actor.Kind actorKind,
        String actor,
        OffsetDateTime at,
        @Nullable UUID importId) {

    /** What happened to the entry. */
    public enum Change {
        CREATED,
        CHANGED,
        DELETED,
        RESTORED
    }
}
