package io.xiaoer.answering;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was meant, before any fact is known.
 *
 * @param candidates one for an answer, two or three for choices, none for unknown; best first
 * @param needs the facts to load before wording
 * @param readTogether indexes into the history of the pieces that arrived so shortly before that they belong to this message
 * @param picked what the shopper answered to the clerk's question
 * @param trace why
 */
public record Plan(
        Outcome outcome,
        List<Candidate> candidates,
        List<Need> needs,
        List<Integer> readTogether,
        Picked picked,
        Trace trace) {

    /**
     * Which order or goods, and what was said of them.
     *
     * @param opened whether the goods are opened; null if that was not said
     */
    public record Picked(
            Fact.@Nullable About goods, @Nullable Boolean opened) {
        public static final Picked NOTHING = new Picked(null, null);
    }

    /** Without an answer to any question. */
    public Plan(
            Outcome outcome, List<Candidate> candidates, List<Need> needs, List<Integer> readTogether, Trace trace) {
        this(outcome, candidates, needs, readTogether, Picked.NOTHING, trace);
    }

    /** Nothing was said; there is only a picture. */
    static Plan pictureOnly() {
        return new Plan(Outcome.UNKNOWN, List.of(), List.of(), List.of(), Trace.pictureOnly());
    }

    /**
     * An entry that may be meant.
     *
     * @param probability calibrated chance that this entry is what was meant, 0 to 1
     * @param score how well it matched; comparable within one release only
     */
    public record Candidate(String entryKey, String question, double probability, double score) {}

    public Plan {
        candidates = List.copyOf(candidates);
        needs = List.copyOf(needs);
        readTogether = List.copyOf(readTogether);
        switch (outcome) {
            case ANSWERED -> require(candidates.size() == 1);
            case CHOICES -> require(candidates.size() == 2 || candidates.size() == 3);
            case UNKNOWN -> require(candidates.isEmpty());
        }
    }

    private static void require(boolean fits) {
        if (!fits) {
            throw new IllegalArgumentException("the candidates do not fit the outcome");
        }
    }
}
