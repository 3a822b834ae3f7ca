package io.xiaoer.insights;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was done about a question that the bot failed, and whether it helped.
 *
 * @param entryKey the entry that was changed or made; null if none was
 * @param texts the keywords or similar questions that it got
 * @param by who did it
 * @param release the first one that went live with it; null as long as none did
 * @param answered of the wordings, those that the live release answers with this entry
 * @param of all wordings that were asked; 0 as long as none were
 * @param since how often it failed again since that release is live
 */
public record Mending(
        Mend.As as,
        @Nullable String entryKey,
        List<String> texts,
        String by,
        OffsetDateTime at,
        @Nullable Integer release,
        int answered,
        int of,
        int since) {

    public Mending {
        texts = List.copyOf(texts);
    }
}
