package io.xiaoer.rehearsal.internal;

import io.xiaoer.bots.BotId;
import io.xiaoer.tenancy.Actor;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * How something long stands in its line.
 *
 * @param attempts how often it was taken up
 * @param updatedAt when something was last heard of it
 */
record Standing(
        UUID id, BotId bot, State state, Actor.Kind actorKind, String actor, int attempts, OffsetDateTime updatedAt) {

    /** How far it is; runs and replays call it the same. */
    enum State {
        WAITING,
        RUNNING,
        DONE,
        FAILED
    }

    boolean isOver() {
        return state == State.DONE || state == State.FAILED;
    }
}
