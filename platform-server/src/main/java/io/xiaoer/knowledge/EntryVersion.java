package io.xiaoer.knowledge;

import io.xiaoer.tenancy.Actor;
import java.time.OffsetDateTime;

/**
 * One version of an entry, in full.
 *
 * @param number counts an entry's changes from 1, and goes on when the entry is deleted and made again
 * @param entry as it was from then on; for a deletion, as it was until then
 * @param actor who did it, as the audit trail shows them
 */
public record EntryVersion(
        int number, Change change, Entry entry, Actor.Kind actorKind, String actor, OffsetDateTime at) {

    /** What happened to the entry. */
    public enum Change {
        CREATED,
        CHANGED,
        DELETED,
        RESTORED
    }
}
