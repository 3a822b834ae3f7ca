package io.xiaoer.connectors.internal.bridges;

import io.xiaoer.shopdata.PushResult;
import io.xiaoer.shopdata.PushResult.Outcome;
import io.xiaoer.shopdata.Pushed;
import io.xiaoer.shopdata.ShopRecords;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Stores what bridges bring, in the transaction of whoever brings it. */
@Component
class Taking {

    private static final int MAX_REASON = 300;

    private final ShopRecords records;

    Taking(ShopRecords records) {
        this.records = records;
    }

    /**
     * What became of records.
     *
     * @param reason why the first that was rejected was; null if none was
     * @param newest when the one changed last that changed last, now at the latest; null if none is valid
     */
    record Taken(
            int stored,
            int rejected,
            @Nullable String reason,
            @Nullable Instant newest) {
        static final Taken NONE = new Taken(0, 0, null, null);
    }

    Taken take(List<Pushed> items, String source, Instant now) {
        Taken taken = Taken.NONE;
        for (int from = 0; from < items.size(); from += ShopRecords.MOST) {
            List<Pushed> some = items.subList(from, Math.min(from + ShopRecords.MOST, items.size()));
            List<PushResult> results = records.store(some, source);
            for (int i = 0; i < results.size(); i++) {
                taken = with(taken, some.get(i), results.get(i), now);
            }
        }
        return taken;
    }

    private static Taken with(Taken taken, Pushed item, PushResult result, Instant now) {
        if (result.outcome() == Outcome.REJECTED) {
            // who was erased is not wanted, and nothing is wrong with what says so
            boolean erased = result.errors().contains(PushResult.ERASED);
            String reason = erased || taken.reason() != null ? taken.reason() : reason(item, result);
            return new Taken(taken.stored(), taken.rejected() + (erased ? 0 : 1), reason, taken.newest());
        }
        Instant at = instant(item.updatedAt());
        Instant newest = at == null ? taken.newest() : later(taken.newest(), at.isAfter(now) ? now : at);
        return new Taken(
                taken.stored() + (result.outcome() == Outcome.STORED ? 1 : 0),
                taken.rejected(),
                taken.reason(),
                newest);
    }

    private static String reason(Pushed item, PushResult result) {
        String reason = item.kind() + "/" + item.id() + ": " + result.reason();
        return reason.length() <= MAX_REASON ? reason : reason.substring(0, MAX_REASON) + "…";
    }

    private static Instant later(@Nullable Instant one, Instant other) {
        return one == null || other.isAfter(one) ? other : one;
    }

    private static @Nullable Instant instant(@Nullable String text) {
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
