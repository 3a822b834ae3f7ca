package io.xiaoer.rehearsal;

import io.xiaoer.bots.BotId;
import io.xiaoer.releases.ReleaseRef;
import io.xiaoer.tenancy.Actor;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The real questions of some days on their way through a release, or through the draft, against what was said to them then.
 *
 * @param days how far back from {@code createdAt}
 * @param total questions that there were when it began
 * @param done of them, asked so far
 * @param factsMissing of those, the ones that were compared by their entry alone
 * @param problem why it failed; null if it did not
 */
public record Replay(
        UUID id,
        BotId bot,
        ReleaseRef release,
        int days,
        State state,
        Actor.Kind actorKind,
        String actor,
        int total,
        int done,
        int newlyAnswered,
        int changed,
        int lost,
        int same,
        int factsMissing,
        int attempts,
        @Nullable String problem,
        OffsetDateTime createdAt,
        OffsetDateTime updatedAt,
        @Nullable OffsetDateTime finishedAt) {

    public static final int MOST_DAYS = 90;

    /** How far it is. */
    public enum State {
        /** Another replay of the bot comes first. */
        WAITING,
        RUNNING,
        DONE,
        /** Given up; what was asked stays. */
        FAILED
    }

    public boolean isOver() {
        return state == State.DONE || state == State.FAILED;
    }
}
