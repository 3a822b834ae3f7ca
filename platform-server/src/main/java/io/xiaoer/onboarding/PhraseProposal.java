package io.xiaoer.onboarding;

import io.xiaoer.shared.Problem;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that shoppers of several shops of a trade say in the same words, and that none of their bots understands. Which shops they are is
 * not known.
 *
 * @param vertical key of the trade's pack
 * @param locale language of the pack
 * @param text as all of them say it, without marks, greetings and particles
 * @param shops how many
 * @param firstOn the day on which it was proposed
 * @param lastOn the last day on which enough shops were asked it
 */
public record PhraseProposal(
        UUID id,
        String vertical,
        String locale,
        String text,
        int shops,
        State state,
        LocalDate firstOn,
        LocalDate lastOn,
        @Nullable String decidedBy,
        @Nullable OffsetDateTime decidedAt) {

    /** What was made of it. */
    public enum State {
        OPEN,
        /** It goes into the pack. */
        TAKEN,
        DISMISSED;

        /** As the API names it. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * @param text a {@link #key}; null for open
         * @throws Problem if it is none
         */
        public static State parse(@Nullable String text) {
            if (text == null || text.isBlank()) {
                return OPEN;
            }
            return Arrays.stream(values())
                    .filter(state -> state.key().equals(text))
                    .findFirst()
                    .orElseThrow(() -> Problem.invalid("state", "must be open, taken or dismissed"));
        }
    }
}
