package io.xiaoer.conversations;

import io.xiaoer.shared.FieldErrors;
import io.xiaoer.shared.Problem;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a shopper sends.
 *
 * @param id the sender's own id; sending it again changes nothing and gives the same result
 * @param choiceId the choice that was pressed, if one was
 * @param page where the shopper is now, as plain JSON; null if that has not changed
 */
public record IncomingMessage(
        @Nullable String id,
        @Nullable String text,
        @Nullable String choiceId,
        @Nullable Map<String, Object> page) {

    public static final int MAX_TEXT = 2000;
    public static final int MAX_ID = 128;

    /** The ids of an order and of goods in it are part of what a choice is called. */
    private static final int MAX_CHOICE = 1000;

    public IncomingMessage(@Nullable String id, @Nullable String text, @Nullable String choiceId) {
        this(id, text, choiceId, null);
    }

    /** @throws Problem naming each field that is wrong */
    public void validate() {
        new FieldErrors()
                .text("id", id, MAX_ID)
                .text("text", text, MAX_TEXT)
                .optionalText("choiceId", choiceId, MAX_CHOICE)
                .throwIfAny();
    }
}
