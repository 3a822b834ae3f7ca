package io.xiaoer.releases;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One piece of knowledge as it was published.
 *
 * @param answer a Liquid template over the facts named by {@code needs}
 * @param needs names of the facts the answer cannot do without
 * @param validFrom first instant at which the entry answers; null for always
 * @param validTo first instant at which it no longer answers; null for never ending
 */
public record ReleasedEntry(
        String key,
        String question,
        List<String> similar,
        List<String> keywords,
        String answer,
        List<String> needs,
        @Nullable Instant validFrom,
        @Nullable Instant validTo) {

    public ReleasedEntry {
        similar = List.copyOf(similar);
        keywords = List.copyOf(keywords);
        needs = List.copyOf(needs);
    }

    /** Whether the entry answers at {@code now}; the end is exclusive. */
    public boolean isValidAt(Instant now) {
        return (validFrom == null || !now.isBefore(validFrom)) && (validTo == null || now.isBefore(validTo));
    }
}
