package io.xiaoer.rollout;

import io.xiaoer.shared.FieldErrors;

/**
 * What a shop wants of a bot before it is let out further. Shares are between 0 and 1.
 *
 * @param resolved least share of conversations resolved
 * @param unknown greatest share of questions not known
 * @param handover greatest share of conversations handed over
 * @param thumbsDown greatest share of feedback that is bad
 * @param slow greatest share of replies that shoppers felt as slow
 * @param widgetErrors most errors of the widget for each conversation
 * @param conversations fewest conversations that are enough
 */
public record Targets(
        double resolved,
        double unknown,
        double handover,
        double thumbsDown,
        double slow,
        double widgetErrors,
        int conversations) {

    public static final int MOST_CONVERSATIONS = 10_000;

    public static final Targets DEFAULT = new Targets(0.6, 0.25, 0.3, 0.2, 0.05, 0.02, 50);

    /** @throws io.xiaoer.shared.Problem naming each field that is out of its range */
    public void validate() {
        FieldErrors errors = new FieldErrors();
        share(errors, "resolved", resolved);
        share(errors, "unknown", unknown);
        share(errors, "handover", handover);
        share(errors, "thumbsDown", thumbsDown);
        share(errors, "slow", slow);
        share(errors, "widgetErrors", widgetErrors);
        errors.rejectIf(
                        conversations < 1 || conversations > MOST_CONVERSATIONS,
                        "targets.conversations",
                        "must be between 1 and " + MOST_CONVERSATIONS)
                .throwIfAny();
    }

    private static void share(FieldErrors errors, String name, double value) {
        errors.rejectIf(!(value >= 0 && value <= 1), "targets." + name, "must be between 0 and 1");
    }
}
