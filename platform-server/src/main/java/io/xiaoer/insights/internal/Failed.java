package io.xiaoer.insights.internal;

import io.xiaoer.conversations.AskedQuestion.Place;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A question that failed, to be sorted.
 *
 * @param text what the shopper wrote, without what may tell who they are
 * @param wording the same in the form in which the same words are equal; empty if there is nothing to go by
 * @param release that was asked; null if none was
 */
record Failed(
        Place place,
        Kind kind,
        String text,
        String wording,
        @Nullable Integer release,
        OffsetDateTime at) {

    boolean saysSomething() {
        return !wording.isEmpty();
    }
}
