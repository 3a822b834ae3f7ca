package io.xiaoer.conversations;

import io.xiaoer.releases.ReleaseRef;
import io.xiaoer.shared.FieldErrors;
import io.xiaoer.shared.Problem;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something to try on a bot, as a shopper would say it.
 *
 * @param release whose words answer
 * @param shopperId the customer who asks; null for a stranger
 * @param choiceId a choice that is pressed instead of saying something; null if none
 * @param page where the shopper is, as plain JSON
 * @param at when; null for now
 * @param history what the shopper said before, oldest first
 * @param apart how long after each other the history and the text are said; pieces said within seconds are read together
 */
public record Question(
        @Nullable String text,
        ReleaseRef release,
        @Nullable String shopperId,
        @Nullable String choiceId,
        @Nullable Map<String, Object> page,
        @Nullable OffsetDateTime at,
        @Nullable List<String> history,
        Duration apart) {

    public static final int MOST_HISTORY = 20;

    /** Asked now, out of the blue. */
    public static Question of(String text, ReleaseRef release) {
        return new Question(text, release, null, null, null, null, List.of(), Duration.ZERO);
    }

    /** @throws Problem naming each field that is wrong */
    public void validate() {
        new FieldErrors()
                .text("text", text, IncomingMessage.MAX_TEXT)
                .optionalText("shopperId", shopperId, 128)
                .texts("history", history, MOST_HISTORY, IncomingMessage.MAX_TEXT)
                .throwIfAny();
    }
}
