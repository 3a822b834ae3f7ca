package io.xiaoer.onboarding.internal;

import io.xiaoer.knowledge.Entry;
import io.xiaoer.knowledge.EntryDraft;
import io.xiaoer.knowledge.Lexicon;
import io.xiaoer.releases.ReleaseContent;
import io.xiaoer.releases.ReleasedEntry;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What an upgrade would make of a draft's words, without writing it. */
public final class MergedContent {

    private MergedContent() {}

    public static UnaryOperator<ReleaseContent> of(Merge.Merged merged) {
        return draft -> {
            Map<String, ReleasedEntry> entries = new LinkedHashMap<>();
            draft.entries().forEach(entry -> entries.put(entry.key(), entry));
            merged.withdrawn().stream().map(Entry::key).forEach(entries::remove);
            merged.put().stream()
                    .filter(entry -> !Boolean.FALSE.equals(entry.enabled()))
                    .forEach(entry -> entries.put(Objects.requireNonNull(entry.key()), released(entry)));
            List<ReleasedEntry> sorted = new ArrayList<>(entries.values());
            sorted.sort(Comparator.comparing(ReleasedEntry::key));
            Lexicon lexicon = merged.lexicon();
            return new ReleaseContent(
                    draft.shopName(),
                    draft.locale(),
                    sorted,
                    lexicon == null ? draft.synonyms() : lexicon.synonyms(),
                    lexicon == null ? draft.words() : lexicon.words(),
                    merged.tone() == null ? draft.tone() : merged.tone());
        };
    }

    private static ReleasedEntry released(EntryDraft draft) {
        Words words = Words.of(draft);
        return new ReleasedEntry(
                words.key(),
                words.question(),
                words.similar(),
                words.keywords(),
                words.answer(),
                words.needs(),
                instant(draft.validFrom()),
                instant(draft.validTo()));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
