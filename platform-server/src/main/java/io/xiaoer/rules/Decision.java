package io.xiaoer.rules;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/** What a rule says about one item or order at one instant. */
public sealed interface Decision {

    /** @param until exclusive */
    record Allowed(ZonedDateTime until) implements Decision {
        /** The last day on which some part is still in time. */
        public LocalDate lastDay() {
            return until.minusNanos(1).toLocalDate();
        }
    }

    /** @param until exclusive; null if the reason is not about time */
    record Refused(Reason reason, @Nullable ZonedDateTime until) implements Decision {}

    /** Everything else speaks for it; only this one detail is not known. */
    record Unsure(Detail detail) implements Decision {}

    enum Reason {
        NOT_DELIVERED,
        NOT_PAID,
        EXCLUDED,
        TOO_LATE,
        OPENED
    }

    enum Detail {
        OPENED
    }
}
