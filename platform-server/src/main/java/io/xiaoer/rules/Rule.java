package io.xiaoer.rules;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One version of a rule.
 *
 * @param key tells several rules of a type apart
 * @param params null if this version says that there is no such rule any more
 * @param validFrom inclusive; null means always
 * @param validTo exclusive; null means for good, until a later version takes over
 */
public record Rule(
        RuleType type,
        String key,
        @Nullable RuleParams params,
        @Nullable OffsetDateTime validFrom,
        @Nullable OffsetDateTime validTo,
        int version) {

    /** The version, for receipts. */
    public record Ref(RuleType type, String key, int version) {}

    public Ref ref() {
        return new Ref(type, key, version);
    }

    public boolean covers(Instant at) {
        return (validFrom == null || !validFrom.toInstant().isAfter(at))
                && (validTo == null || validTo.toInstant().isAfter(at));
    }
}
