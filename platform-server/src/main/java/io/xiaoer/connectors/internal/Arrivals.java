package io.xiaoer.connectors.internal;

import io.xiaoer.shopdata.PushResult;
import io.xiaoer.shopdata.PushResult.Outcome;
import io.xiaoer.shopdata.Pushed;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What can be said of records that came, without what is in them. */
final class Arrivals {

    private static final int MAX_REASON = 300;

    private Arrivals() {}

    /**
     * When the one changed last that changed last, of those that are valid; null if there is none. A time ahead of now counts as
     * now, so that a wrong clock does not hide how old everything else is.
     */
    static @Nullable Instant newest(List<Pushed> items, List<PushResult> kept, Instant now) {
        return IntStream.range(0, kept.size())
                .filter(i -> kept.get(i).outcome() != Outcome.REJECTED)
                .mapToObj(i -> instant(items.get(i).updatedAt()))
                .filter(Objects::nonNull)
                .map(at -> at.isAfter(now) ? now : at)
                .max(Instant::compareTo)
                .orElse(null);
    }

    /** Which record was rejected, and why. */
    static String reason(Pushed item, PushResult kept) {
        String reason = item.kind() + "/" + item.id() + ": " + kept.reason();
        return reason.length() <= MAX_REASON ? reason : reason.substring(0, MAX_REASON) + "…";
    }

    private static @Nullable Instant instant(@Nullable String text) {
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
