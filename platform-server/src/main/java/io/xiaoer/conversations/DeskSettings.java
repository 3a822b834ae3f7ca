package io.xiaoer.conversations;

import io.xiaoer.shared.FieldErrors;
import io.xiaoer.shared.Problem;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a shop's desk works. All of this is live: a change counts at once, without a release.
 *
 * @param hours when people are there, on the shop's clock
 * @param awayText what a shopper is told while they are not, after when they come back; null for the usual words
 * @param keywords the shop's own words that bring a shopper to a person
 * @param automatic whether the bot hands over by its own judgement too; if not, only who asks, who says one of the words, and whom it does not serve
 * @param personIdleMinutes a conversation that a person has is closed when nothing was said for so long
 * @param waitingIdleMinutes one that waits is closed when nothing was said for so long
 * @param version 0 before the first change
 */
public record DeskSettings(
        WeeklyHours hours,
        @Nullable String awayText,
        List<String> keywords,
        boolean automatic,
        int personIdleMinutes,
        int waitingIdleMinutes,
        int version) {

    public static final int MAX_SPANS = 28;
    public static final int MAX_KEYWORDS = 100;
    public static final int MAX_KEYWORD = 30;
    public static final int MAX_AWAY_TEXT = 300;
    public static final int LEAST_IDLE = 5;
    public static final int MOST_IDLE = 30 * 24 * 60;

    /** People are there always; two hours and three days of silence close a conversation. */
    public static final DeskSettings USUAL =
            new DeskSettings(WeeklyHours.ALWAYS, null, List.of(), true, 120, 3 * 24 * 60, 0);

    public DeskSettings {
        keywords = keywords.stream().map(String::strip).distinct().toList();
        awayText = awayText == null || awayText.isBlank() ? null : awayText.strip();
    }

    /** @throws Problem naming each field that is wrong */
    public void validate() {
        FieldErrors errors = new FieldErrors()
                .optionalText("awayText", awayText, MAX_AWAY_TEXT)
                .texts("keywords", keywords, MAX_KEYWORDS, MAX_KEYWORD)
                .rejectIf(hours.spans().size() > MAX_SPANS, "hours", "must not have more than " + MAX_SPANS + " items")
                .rejectIf(
                        new HashSet<>(hours.spans()).size() < hours.spans().size(),
                        "hours",
                        "must not say the same twice");
        idle(errors, "personIdleMinutes", personIdleMinutes);
        idle(errors, "waitingIdleMinutes", waitingIdleMinutes);
        errors.throwIfAny();
    }

    private static void idle(FieldErrors errors, String field, int minutes) {
        errors.rejectIf(
                minutes < LEAST_IDLE || minutes > MOST_IDLE,
                field,
                "must be between " + LEAST_IDLE + " and " + MOST_IDLE);
    }
}
