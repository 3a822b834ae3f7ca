package io.xiaoer.knowledge;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A draft entry as stored. */
public record Entry(
        String key,
        String question,
        List<String> similar,
        List<String> keywords,
        String answer,
        List<String> needs,
        @Nullable OffsetDateTime validFrom,
        @Nullable OffsetDateTime validTo,
        boolean enabled,
        int version) {

    /** The same words under another version. */
    public Entry withVersion(int other) {
        return new Entry(key, question, similar, keywords, answer, needs, validFrom, validTo, enabled, other);
    }

    /** What an editor begins with. */
    public EntryDraft toDraft() {
        return new EntryDraft(key, question, similar, keywords, answer, needs, validFrom, validTo, enabled, version);
    }
}
