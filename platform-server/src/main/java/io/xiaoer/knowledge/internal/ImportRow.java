package io.xiaoer.knowledge.internal;

import io.xiaoer.knowledge.Entry;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A row that can become an entry. What the file has no column for is left as it is, or as new entries have it.
 *
 * @param number of the row, as a spreadsheet counts
 */
record ImportRow(
        int number,
        String question,
        @Nullable List<String> similar,
        @Nullable List<String> keywords,
        String answer,
        @Nullable List<String> needs,
        @Nullable Moment validFrom,
        @Nullable Moment validTo,
        @Nullable Boolean enabled) {

    /** A cell with a time, or without one. */
    record Moment(@Nullable OffsetDateTime at) {}

    Entry fresh(String key) {
        return new Entry(
                key,
                question,
                orEmpty(similar),
                orEmpty(keywords),
                answer,
                orEmpty(needs),
                validFrom == null ? null : validFrom.at(),
                validTo == null ? null : validTo.at(),
                enabled == null || enabled,
                1);
    }

    /** The next version of an entry. */
    Entry over(Entry old) {
        return new Entry(
                old.key(),
                question,
                similar == null ? old.similar() : similar,
                keywords == null ? old.keywords() : keywords,
                answer,
                needs == null ? old.needs() : needs,
                validFrom == null ? old.validFrom() : validFrom.at(),
                validTo == null ? old.validTo() : validTo.at(),
                enabled == null ? old.enabled() : enabled,
                old.version() + 1);
    }

    /** Whether the entry has these words already; files may end lines in another way. */
    boolean says(Entry old) {
        Entry next = over(old);
        return lines(next.answer()).equals(lines(old.answer()))
                && lines(next.question()).equals(lines(old.question()))
                && next.similar().stream()
                        .map(ImportRow::lines)
                        .toList()
                        .equals(old.similar().stream().map(ImportRow::lines).toList())
                && next.keywords().equals(old.keywords())
                && next.needs().equals(old.needs())
                && same(next.validFrom(), old.validFrom())
                && same(next.validTo(), old.validTo())
                && next.enabled() == old.enabled();
    }

    private static boolean same(@Nullable OffsetDateTime one, @Nullable OffsetDateTime other) {
        return one == null || other == null
                ? Objects.equals(one, other)
                : one.toInstant().equals(other.toInstant());
    }

    private static String lines(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }

    private static List<String> orEmpty(@Nullable List<String> texts) {
        return texts == null ? List.of() : texts;
    }
}
