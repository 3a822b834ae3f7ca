package io.xiaoer.shared;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a module knows of how a shop is doing: counts and times, never words.
 *
 * @param stage how far the shop's bots are let out, in lower case; null if the module does not know
 * @param trial of those bots that try something on new shoppers, the one that is furthest; null if none does
 * @param halts when bots were taken back by themselves in the last {@link #HALTS_KEPT}, newest first
 * @param lastRelease when words were last published; null if never, or unknown
 * @param lastSeen when a shopper was last heard; null if never, or unknown
 * @param platforms that the shop is connected to
 * @param figures one for each time that was asked about; empty if the module counts nothing
 */
public record Health(
        @Nullable String stage,
        @Nullable Trial trial,
        List<Halt> halts,
        @Nullable Instant lastRelease,
        @Nullable Instant lastSeen,
        List<Platform> platforms,
        List<Figures> figures) {

    /** How far back halts are told. */
    public static final Duration HALTS_KEPT = Duration.ofDays(30);

    private static final Health UNKNOWN = new Health(null, null, List.of(), null, null, List.of(), List.of());

    /** How a pilot fills: how many shoppers are in, of how many at most. */
    public record Trial(int enrolled, int size) {}

    /**
     * A bot was taken back by itself.
     *
     * @param measure what got worse, for example {@code unknown}
     */
    public record Halt(Instant at, String measure) {}

    /**
     * A platform that the shop is connected to.
     *
     * @param name for example {@code youzan}
     * @param lost whether it no longer lets us in
     * @param readUntil what had changed until then is known; null until everything was read once
     * @param waiting what it told and was not read yet
     * @param waitingSince the oldest of these was told; null if there is none
     * @param failures what it told in the last day and came to nothing, or not yet
     * @param fault what it fails with now, for example {@code platform-down}; null if with nothing
     */
    public record Platform(
            String name,
            boolean lost,
            @Nullable Instant readUntil,
            int waiting,
            @Nullable Instant waitingSince,
            int failures,
            @Nullable String fault) {}

    public Health {
        halts = List.copyOf(halts);
        platforms = List.copyOf(platforms);
        figures = List.copyOf(figures);
    }

    public static Health ofStage(@Nullable String stage, @Nullable Trial trial, List<Halt> halts) {
        return new Health(stage, trial, halts, null, null, List.of(), List.of());
    }

    public static Health ofLastRelease(@Nullable Instant at) {
        return new Health(null, null, List.of(), at, null, List.of(), List.of());
    }

    public static Health ofFigures(@Nullable Instant lastSeen, List<Figures> figures) {
        return new Health(null, null, List.of(), null, lastSeen, List.of(), figures);
    }

    public static Health ofPlatforms(List<Platform> platforms) {
        return new Health(null, null, List.of(), null, null, platforms, List.of());
    }

    /**
     * What several modules know together.
     *
     * @param spans how many times were asked about
     */
    public static Health together(List<Health> parts, int spans) {
        Health all = parts.stream().reduce(UNKNOWN, Health::and);
        return all.figures.isEmpty()
                ? new Health(
                        all.stage, all.trial, all.halts, all.lastRelease, all.lastSeen, all.platforms, nothing(spans))
                : all;
    }

    private Health and(Health other) {
        return new Health(
                stage == null ? other.stage : stage,
                trial == null ? other.trial : trial,
                halts.isEmpty() ? other.halts : halts,
                lastRelease == null ? other.lastRelease : lastRelease,
                lastSeen == null ? other.lastSeen : lastSeen,
                platforms.isEmpty() ? other.platforms : platforms,
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
