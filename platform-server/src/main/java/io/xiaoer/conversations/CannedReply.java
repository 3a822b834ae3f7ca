package io.xiaoer.conversations;

import io.xiaoer.shared.FieldErrors;
import io.xiaoer.shared.Problem;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Words that people at the desk say often.
 *
 * @param shortcut what brings them, without the slash, for example {@code addr}; one in a shop
 */
public record CannedReply(UUID id, String title, String shortcut, String text, int version) {

    public static final int MAX_TITLE = 60;
    public static final int MAX_SHORTCUT = 20;
    public static final int MAX_TEXT = 2000;

    /**
     * What a form edits.
     *
     * @param version the version the change was made on; null changes whatever is there
     */
    public record Draft(
            @Nullable String title,
            @Nullable String shortcut,
            @Nullable String text,
            @Nullable Integer version) {

        /** @throws Problem naming each field that is wrong */
        public void validate() {
            new FieldErrors()
                    .text("title", title, MAX_TITLE)
                    .text("shortcut", shortcut, MAX_SHORTCUT)
                    .rejectIf(
                            shortcut != null && !shortcut.strip().matches("[\\p{L}\\p{N}_-]+"),
                            "shortcut",
                            "must be letters, digits, hyphens or underscores")
                    .text("text", text, MAX_TEXT)
                    .throwIfAny();
        }
    }
}
