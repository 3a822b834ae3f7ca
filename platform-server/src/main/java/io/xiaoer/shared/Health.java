package io.xiaoer.shared;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a module knows of how a shop is doing: counts and times, never words.
 *
 * @param stage how far the shop's bots are let out, in lower case; null if the module does not know
 * @param lastRelease when words were last published; null if never, or unknown
 * @param lastSeen when a shopper was last heard; null if never, or unknown
 * @param figures one for each time that was asked about; empty if the module counts nothing
 */
public record Health(
        @Nullable String stage,
        @Nullable Instant lastRelease,
        @Nullable Instant lastSeen,
        List<Figures> figures) {

    private static final Health UNKNOWN = new Health(null, null, null, List.of());

    public Health {
        figures = List.copyOf(figures);
    }

    public static Health ofStage(@Nullable String stage) {
        return new Health(stage, null, null, List.of());
    }

    public static Health ofLastRelease(@Nullable Instant at) {
        return new Health(null, at, null, List.of());
    }

    public static Health ofFigures(@Nullable Instant lastSeen, List<Figures> figures) {
        return new Health(null, null, lastSeen, figures);
    }

    /**
     * What several modules know together.
     *
     * @param spans how many times were asked about
     */
    public static Health together(List<Health> parts, int spans) {
        Health all = parts.stream().reduce(UNKNOWN, Health::and);
        return all.figures.isEmpty() ? new Health(all.stage, all.lastRelease, all.lastSeen, nothing(spans)) : all;
    }

    private Health and(Health other) {
        return new Health(
                stage == null ? other.stage : stage,
                lastRelease == null ? other.lastRelease : lastRelease,
                lastSeen == null ? other.lastSeen : lastSeen,
                both(other));
    }

    private List<Figures> both(Health other) {
        if (figures.isEmpty() || other.figures.isEmpty()) {
            return figures.isEmpty() ? other.figures : figures;
        }
        if (figures.size() != other.figures.size()) {
            throw new IllegalArgumentException("Figures of different times cannot be added");
        }
        return IntStream.range(0, figures.size())
                .mapToObj(i -> figures.get(i).plus(other.figures.get(i)))
                .toList();
    }

    private static List<Figures> nothing(int spans) {
        return Collections.nCopies(spans, Figures.NOTHING);
    }
}
