package io.xiaoer.answering;

import java.util.List;

/**
 * What was meant, before any fact is known.
 *
 * @param candidates one for an answer, two or three for choices, none for unknown; best first
 * @param needs names of the facts to load before wording
 * @param readTogether indexes into the history of the pieces that arrived so shortly before that they belong to this message
 * @param trace why
 */
public record Plan(
        Outcome outcome, List<Candidate> candidates, List<String> needs, List<Integer> readTogether, Trace trace) {

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
