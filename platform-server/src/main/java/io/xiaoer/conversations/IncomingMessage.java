package io.xiaoer.conversations;

import io.xiaoer.shared.FieldErrors;
import io.xiaoer.shared.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What a shopper sends.
 *
 * @param id the sender's own id; sending it again changes nothing and gives the same result
 * @param choiceId the choice that was pressed, if one was
 */
public record IncomingMessage(
        @Nullable String id,
        @Nullable String text,
        @Nullable String choiceId) {

    public static final int MAX_TEXT = 2000;

    /** @throws Problem naming each field that is wrong */
    public void validate() {
        new FieldErrors()
                .text("id", id, 128)
                .text("text", text, MAX_TEXT)
                .optionalText("choiceId", choiceId, 64)
                .throwIfAny();
    }
}
