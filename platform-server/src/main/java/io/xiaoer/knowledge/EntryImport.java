package io.xiaoer.knowledge;

import io.xiaoer.bots.BotId;
import io.xiaoer.tenancy.Actor;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file of entries on its way into a bot's draft.
 *
 * @param actor who sent it or, once it was confirmed, who did that; as the audit trail shows them
 * @param ignoredColumns headings that name no column of entries
 * @param total rows of the file
 * @param toCreate rows that the check found to be new
 * @param toUpdate rows that the check found to change an entry
 * @param unchanged rows whose entries say the same already
 * @param mark the last row that is dealt with, as a spreadsheet counts
 */
public record EntryImport(
        UUID id,
        BotId bot,
        String fileName,
        State state,
        Actor.Kind actorKind,
        String actor,
        List<String> ignoredColumns,
        int total,
        int toCreate,
        int toUpdate,
        int created,
        int updated,
        int unchanged,
        int rejected,
        int mark,
        OffsetDateTime createdAt,
        @Nullable OffsetDateTime finishedAt) {

    /** How far an import is. */
    public enum State {
        /** Checked; nothing is changed until someone confirms. */
        READY,
        RUNNING,
        DONE,
        /** Stopped by a person; what was applied stays. */
        CANCELLED,
        /** Given up after several attempts; what was applied stays. */
        FAILED
    }

    /** Whether nothing more will come of it. */
    public boolean isOver() {
        return state != State.READY && state != State.RUNNING;
    }

    /** Rows that were foreseen to change something. */
    public int planned() {
        return toCreate + toUpdate;
    }
}
