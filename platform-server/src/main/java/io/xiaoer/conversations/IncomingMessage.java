package io.xiaoer.conversations;

import io.xiaoer.shared.FieldErrors;
import io.xiaoer.shared.Problem;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a shopper sends.
 *
 * @param id the sender's own id; sending it again changes nothing and gives the same result
 * @param choiceId the choice that was pressed, if one was
 * @param page where the shopper is now, as plain JSON; null if that has not changed
 * @param images ids of pictures that were uploaded to the conversation and not sent yet; with any, the text may be missing
 */
public record IncomingMessage(
        @Nullable String id,
        @Nullable String text,
        @Nullable String choiceId,
        @Nullable Map<String, Object> page,
        @Nullable List<String> images) {

    public static final int MAX_TEXT = 2000;
    public static final int MAX_ID = 128;
    public static final int MOST_IMAGES = 6;

    /** The ids of an order and of goods in it are part of what a choice is called. */
    private static final int MAX_CHOICE = 1000;

    public IncomingMessage(@Nullable String id, @Nullable String text, @Nullable String choiceId) {
        this(id, text, choiceId, null, null);
    }

    /** What was said; empty where pictures say it all. */
    String said() {
        return text == null || text.isBlank() ? "" : text;
    }

    /** Ids of the pictures, in their order. */
    List<String> pictures() {
        return images == null ? List.of() : images;
    }

    /** @throws Problem naming each field that is wrong */
    public void validate() {
        FieldErrors errors = new FieldErrors().text("id", id, MAX_ID);
        if (pictures().isEmpty()) {
            errors.text("text", text, MAX_TEXT);
        } else {
            errors.optionalText("text", text, MAX_TEXT);
        }
        errors.optionalText("choiceId", choiceId, MAX_CHOICE)
                .texts("images", images, MOST_IMAGES, 64)
                .rejectIf(
                        new HashSet<>(pictures()).size() < pictures().size(), "images", "must not name a picture twice")
                .throwIfAny();
    }
}
