package io.xiaoer.portal.pilot;

import io.xiaoer.insights.Shares;
import io.xiaoer.rollout.Interval;
import io.xiaoer.rollout.Targets;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** A share that tells how well the bot does. */
enum Measure {
    RESOLVED(Shares::resolved, Shares::conversations, Targets::resolved),
    UNKNOWN(Shares::unknown, Shares::questions, Targets::unknown),
    HANDOVER(Shares::handedOver, Shares::conversations, Targets::handover),
    THUMBS_DOWN(Shares::unhelpful, Shares::feedback, Targets::thumbsDown);

    private final ToIntFunction<Shares> part;
    private final ToIntFunction<Shares> whole;
    private final ToDoubleFunction<Targets> target;

    Measure(ToIntFunction<Shares> part, ToIntFunction<Shares> whole, ToDoubleFunction<Targets> target) {
        this.part = part;
        this.whole = whole;
        this.target = target;
    }

    /** As texts name it. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    int part(Shares shares) {
        return part.applyAsInt(shares);
    }

    int whole(Shares shares) {
        return whole.applyAsInt(shares);
    }

    /** Empty if there was nothing of which it could be a share. */
    OptionalDouble of(Shares shares) {
        int all = whole(shares);
        return all == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part(shares) / all);
    }

    /** In points; null if there is none. */
    @Nullable
    Integer points(Shares shares) {
        OptionalDouble share = of(shares);
        return share.isEmpty() ? null : (int) Math.round(share.getAsDouble() * 100);
    }

    @Nullable
    Interval interval(Shares shares) {
        int all = whole(shares);
        return all == 0 ? null : Interval.wilson(part(shares), all);
    }

    double target(Targets targets) {
        return target.applyAsDouble(targets);
    }
}
