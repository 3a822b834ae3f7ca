package io.xiaoer.rehearsal;

import java.util.List;

/**
 * What a change of the draft would do to what shoppers asked lately. Counts are of questions as they were asked: the same words twice are two.
 *
 * @param asked questions that were looked at
 * @param days how far back
 * @param samples some of each group that differs, the most frequent first
 * @param fixed test cases that pass with the change only
 * @param broken test cases that pass without the change only
 * @param losing entries that answer fewer of the questions with it, the greatest loss first
 */
public record Effect(
        int asked,
        int days,
        int newlyAnswered,
        int changed,
        int lost,
        List<Difference> samples,
        List<Flip> fixed,
        List<Flip> broken,
        List<Traffic> losing) {

    /**
     * A test case that comes out otherwise.
     *
     * @param passes whether it passes with the change; else without it
     * @param mismatches what is wrong where it fails
     */
    public record Flip(TestCase tested, boolean passes, Said before, Said after, List<Mismatch> mismatches) {
        public Flip {
            mismatches = List.copyOf(mismatches);
        }
    }

    /**
     * How many of the questions an entry answers.
     *
     * @param question of the entry
     */
    public record Traffic(String entryKey, String question, int before, int after) {}

    public Effect {
        samples = List.copyOf(samples);
        fixed = List.copyOf(fixed);
        broken = List.copyOf(broken);
        losing = List.copyOf(losing);
    }

    /** Whether nothing comes out otherwise. */
    public boolean isNothing() {
        return newlyAnswered + changed + lost == 0 && fixed.isEmpty() && broken.isEmpty();
    }

    /** Whether publishing would be held back: a case breaks that must pass. */
    public boolean breaksRequired() {
        return broken.stream().anyMatch(flip -> flip.tested().required());
    }
}
