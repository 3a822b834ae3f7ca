package io.xiaoer.rehearsal.internal;

import io.xiaoer.knowledge.Entry;
import io.xiaoer.knowledge.EntryDraft;
import io.xiaoer.releases.ReleaseContent;
import io.xiaoer.releases.ReleasedEntry;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A draft with some of its entries changed, without saving them. */
public final class Changed {

    private Changed() {}

    /** @param drafts valid; each takes the place of the entry with its key */
    public static ReleaseContent with(ReleaseContent content, List<EntryDraft> drafts) {
        Map<String, ReleasedEntry> entries = new LinkedHashMap<>();
        content.entries().forEach(entry -> entries.put(entry.key(), entry));
        for (EntryDraft draft : drafts) {
            Entry entry = draft.toEntry(draft.key() == null ? free(entries) : draft.key(), 0);
            if (entry.enabled()) {
                entries.put(entry.key(), released(entry));
            } else {
                entries.remove(entry.key());
            }
        }
        return new ReleaseContent(
                content.shopName(),
                content.locale(),
                new ArrayList<>(entries.values()),
                content.synonyms(),
                content.words(),
                content.tone());
    }

    private static String free(Map<String, ReleasedEntry> entries) {
        int number = 1;
        while (entries.containsKey("new-" + number)) {
            number++;
        }
        return "new-" + number;
    }

    private static ReleasedEntry released(Entry entry) {
        return new ReleasedEntry(
                entry.key(),
                entry.question(),
                entry.similar(),
                entry.keywords(),
                entry.answer(),
                entry.needs(),
                instant(entry.validFrom()),
                instant(entry.validTo()));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
