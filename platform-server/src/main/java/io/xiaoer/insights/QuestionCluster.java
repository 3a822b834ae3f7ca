package io.xiaoer.insights;

import io.xiaoer.bots.BotId;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A question that the bot fails, however it is worded. Counted over the time that was asked for.
 *
 * @param question its most typical wording, without what may tell who asked
 * @param missing what the answer needed and could not have, as {@code need:state}; null unless data is missing
 * @param why it fails, in the shop's language, in a sentence
 * @param count how often it failed
 * @param shoppers how many people it failed
 * @param lastWeek how often in the last seven days
 * @param weekBefore how often in the seven days before those
 * @param firstAt ever
 * @param mending what was done about it; null if nothing yet
 */
public record QuestionCluster(
        UUID id,
        BotId bot,
        String question,
        Cause cause,
        @Nullable String missing,
        String why,
        State state,
        int count,
        int shoppers,
        int lastWeek,
        int weekBefore,
        OffsetDateTime firstAt,
        OffsetDateTime lastAt,
        @Nullable Mending mending) {

    /** How far it has come. */
    public enum State {
        OPEN,
        /** Mended in the draft, not live yet. */
        DRAFTED,
        /** Live, but not all of its wordings are answered. */
        WATCHED,
        /** It worked. */
        CLOSED,
        IGNORED;

        /** As the table and the API name it, for example {@code drafted}. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static State of(String key) {
            return Arrays.stream(values())
                    .filter(state -> state.key().equals(key))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no state of a question: " + key));
        }
    }
}
