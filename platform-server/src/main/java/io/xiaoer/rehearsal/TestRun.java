package io.xiaoer.rehearsal;

import io.xiaoer.bots.BotId;
import io.xiaoer.releases.ReleaseRef;
import io.xiaoer.tenancy.Actor;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A bot's cases on their way through a release, or through the draft.
 *
 * @param liveRelease the live release that was asked too; null if the run's own was the live one
 * @param newlyFixed cases that pass, and do not on the live release
 * @param newlyBroken cases that fail, and do not on the live release
 * @param problem why the run failed; null if it did not
 */
public record TestRun(
        UUID id,
        BotId bot,
        ReleaseRef release,
        @Nullable Integer liveRelease,
        State state,
        Cause cause,
        Actor.Kind actorKind,
        String actor,
        int total,
        int done,
        int passed,
        int newlyFixed,
        int newlyBroken,
        int attempts,
        @Nullable String problem,
        OffsetDateTime createdAt,
        OffsetDateTime updatedAt,
        @Nullable OffsetDateTime finishedAt) {

    /** How far a run is. */
    public enum State {
        /** Another run of the bot comes first. */
        WAITING,
        RUNNING,
        DONE,
        /** Given up; what was asked stays. */
        FAILED
    }

    /** Why it was begun. */
    public enum Cause {
        PERSON,
        PUBLISHED
    }

    public boolean isOver() {
        return state == State.DONE || state == State.FAILED;
    }

    public int failed() {
        return done - passed;
    }
}
