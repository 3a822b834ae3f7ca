package io.xiaoer.insights.internal;

import io.xiaoer.conversations.HandoverReason;
import io.xiaoer.insights.Cause;
import io.xiaoer.insights.Outcome;
import io.xiaoer.insights.OutcomeKind;
import java.util.Optional;

/** Why a question failed, read off what became of it. Pure. */
public final class Failures {

    private Failures() {}

    /** What was not understood is that, whatever followed; what could not be had comes before what shoppers thought of being told so. */
    public static Optional<Cause> cause(Outcome outcome) {
        if (outcome.kind() == OutcomeKind.UNKNOWN) {
            return Optional.of(Cause.NOT_UNDERSTOOD);
        }
        if (outcome.kind() == OutcomeKind.DECLINED || outcome.handover() == HandoverReason.DATA_MISSING) {
            return Optional.of(Cause.DATA_MISSING);
        }
        return isUnhelpful(outcome) || outcome.askedAgain() ? Optional.of(Cause.WRONG) : Optional.empty();
    }

    /** In a sentence. */
    public static String why(Outcome outcome, Cause cause, InsightTexts texts) {
        return switch (cause) {
            case NOT_UNDERSTOOD -> texts.notUnderstood();
            case DATA_MISSING -> texts.dataMissing(outcome.missing());
            case WRONG -> texts.wrong(isUnhelpful(outcome), outcome.askedAgain());
        };
    }

    private static boolean isUnhelpful(Outcome outcome) {
        return Boolean.FALSE.equals(outcome.helpful());
    }
}
