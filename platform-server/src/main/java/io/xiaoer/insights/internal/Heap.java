package io.xiaoer.insights.internal;

import io.xiaoer.insights.Mend;
import io.xiaoer.insights.QuestionCluster.State;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A cluster while questions are sorted.
 *
 * @param mendedAs how it was mended; null if it was not
 * @param release the first one that went live with the mending; null as long as none did
 * @param liveAt since when that is known to be live
 */
record Heap(
        UUID id,
        Kind kind,
        State state,
        Middle middle,
        String question,
        OffsetDateTime firstAt,
        OffsetDateTime lastAt,
        Mend.@Nullable As mendedAs,
        @Nullable Integer release,
        @Nullable OffsetDateTime liveAt) {

    static Heap begin(UUID id, Failed failed, float[] vector) {
        return new Heap(
                id,
                failed.kind(),
                State.OPEN,
                Middle.of(vector),
                failed.text(),
                failed.at(),
                failed.at(),
                null,
                null,
                null);
    }

    /** With one more question; opened again if it fails although it was mended. */
    Heap with(Failed failed, Middle newMiddle) {
        return new Heap(
                id,
                kind,
                failsAgain(failed) ? State.OPEN : state,
                newMiddle,
                question,
                earlier(firstAt, failed.at()),
                later(lastAt, failed.at()),
                mendedAs,
                release,
                liveAt);
    }

    private boolean failsAgain(Failed failed) {
        boolean settled = state == State.CLOSED || (state == State.WATCHED && mendedAs == Mend.As.CONNECT);
        return settled
                && liveAt != null
                && failed.at().isAfter(liveAt)
                && (release == null || failed.release() == null || failed.release() >= release);
    }

    Heap plus(Heap other) {
        return new Heap(
                id,
                kind,
                state,
                middle.plus(other.middle),
                question,
                earlier(firstAt, other.firstAt),
                later(lastAt, other.lastAt),
                mendedAs,
                release,
                liveAt);
    }

    Heap named(String typical) {
        return new Heap(id, kind, state, middle, typical, firstAt, lastAt, mendedAs, release, liveAt);
    }

    private static OffsetDateTime earlier(OffsetDateTime one, OffsetDateTime other) {
        return one.isBefore(other) ? one : other;
    }

    private static OffsetDateTime later(OffsetDateTime one, OffsetDateTime other) {
        return one.isAfter(other) ? one : other;
    }
}
