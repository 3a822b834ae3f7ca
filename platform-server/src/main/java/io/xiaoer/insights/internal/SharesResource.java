package io.xiaoer.insights.internal;

import io.xiaoer.insights.Shares;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Shares are null where there is nothing to be shared. */
record SharesResource(
        int conversations,
        int resolved,
        @Nullable Double resolvedShare,
        int questions,
        int answered,
        int choices,
        int unknown,
        @Nullable Double unknownShare,
        int declined,
        int handedOver,
        @Nullable Double handedOverShare,
        int errors,
        int helpful,
        int unhelpful,
        @Nullable Double thumbsDownShare,
        int askedAgain,
        Map<String, Integer> handoverReasons,
        @Nullable Double p50Millis,
        @Nullable Double p95Millis) {

    static SharesResource of(Shares shares) {
        Map<String, Integer> reasons = new TreeMap<>();
        shares.reasons().forEach((reason, times) -> reasons.put(reason.key(), times));
        return new SharesResource(
                shares.conversations(),
                shares.resolved(),
                value(shares.resolvedShare()),
                shares.questions(),
                shares.answered(),
                shares.choices(),
                shares.unknown(),
                value(shares.unknownShare()),
                shares.declined(),
                shares.handedOver(),
                value(shares.handedOverShare()),
                shares.errors(),
                shares.helpful(),
                shares.unhelpful(),
                value(shares.thumbsDownShare()),
                shares.askedAgain(),
                reasons,
                shares.p50Millis(),
                shares.p95Millis());
    }

    static @Nullable Double value(OptionalDouble share) {
        return share.isPresent() ? (Double) share.getAsDouble() : null;
    }
}
