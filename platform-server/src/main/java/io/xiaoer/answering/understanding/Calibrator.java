package io.xiaoer.answering.understanding;

import io.xiaoer.answering.Calibration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Learns from a release's own texts when its best entry can be trusted: each text is asked as if its entry did not have it, each is asked
 * as if its whole entry were missing, and the off-topic messages are asked too. With few texts the result stays close to what holds for
 * shops in general, and the engine prefers offering choices to answering.
 */
public final class Calibrator {

    private enum Origin {
        OWN,
        FOREIGN,
        OFF_TOPIC
    }

    /**
     * A case to learn from.
     *
     * @param right whether the first entry is right
     * @param among whether one of the first three is right
     */
    private record Case(Evidence evidence, boolean right, boolean among, Origin origin) {}

    private static final int MOST_TEXTS = 1_500;
    private static final int FEWEST_TEXTS = 300;
    /** Texts compared with texts, so that large releases compile in seconds too. */
    private static final int MOST_COMPARISONS = 12_000_000;

    /** Off-topic messages weigh together as much as this share of the release's own texts. */
    private static final double OFF_TOPIC_SHARE = 0.6;
    /** Texts without their entry: what a shop has no answer for is often close to what it has. */
    private static final double FOREIGN_SHARE = 0.15;
    /** Choices may be offered for them more freely than answers. */
    private static final double FOREIGN_SHARE_AMONG = 0.05;

    private static final double[] GENERAL_RIGHT = {-1.0, 0.8, 1.2, 0.8, 0.5, 0.1, -1.0};
    private static final double[] GENERAL_AMONG = {0.2, 0.9, 0.6, 0.8, 0.5, 0.3, -1.0};
    /** How many cases the general weights are worth. */
    private static final double TRUST = 3;

    private static final double ANSWER_AT = 0.5;
    private static final double CHOICES_AT = 0.3;
    /** With fewer own texts than this to learn from, the threshold for answers rises by up to the second number. */
    private static final double ENOUGH_TEXTS = 40;

    private static final double CAUTION = 0.25;
    /** Shares of the off-topic messages that may at most be answered or be offered choices. */
    private static final double FALSE_ANSWERS = 0.02;

    private static final double FALSE_CHOICES = 0.04;
    private static final double HIGHEST = 0.8;

    private static final int STEPS = 400;
    private static final double PACE = 0.03;

    private Calibrator() {}

    public static Calibration calibrate(Index index, OffTopic offTopic) {
        List<Case> cases = cases(index, offTopic);
        int own = (int) cases.stream().filter(c -> c.origin() == Origin.OWN).count();
        List<Double> right = fit(cases, true, FOREIGN_SHARE, GENERAL_RIGHT);
        List<Double> among = fit(cases, false, FOREIGN_SHARE_AMONG, GENERAL_AMONG);
        double caution = CAUTION * Math.max(0, 1 - own / ENOUGH_TEXTS);
        double answerAt = Math.max(ANSWER_AT + caution, Math.min(HIGHEST, exceededBy(FALSE_ANSWERS, cases, right)));
        double choicesAt = Math.max(CHOICES_AT, Math.min(HIGHEST, exceededBy(FALSE_CHOICES, cases, among)));
        return new Calibration(right, among, answerAt, choicesAt, own);
    }

    private static List<Case> cases(Index index, OffTopic offTopic) {
        List<Case> cases = new ArrayList<>();
        if (index.askedTexts() == 0) {
            return cases;
        }
        for (int asked : sample(index)) {
            String text = index.askedText(asked);
            float[] query = index.vectorOf(asked);
            int entry = index.entryOf(asked);
            double nearest = offTopic.nearest(query);
            if (index.askedOf(entry) > 1) {
                var best = index.search(text, query, e -> true, asked, 5);
                boolean right = best.getFirst().entry() == entry;
                boolean among = best.stream().limit(3).anyMatch(scored -> scored.entry() == entry);
                cases.add(new Case(Evidence.of(best, nearest), right, among, Origin.OWN));
            }
            var others = index.search(text, query, e -> e != entry, Index.NONE, 5);
            if (!others.isEmpty()) {
                cases.add(new Case(Evidence.of(others, nearest), false, false, Origin.FOREIGN));
            }
        }
        for (int i = 0; i < offTopic.size(); i++) {
            var best = index.search(offTopic.text(i), offTopic.vector(i), e -> true, Index.NONE, 5);
            cases.add(new Case(Evidence.of(best, offTopic.nearestOther(i)), false, false, Origin.OFF_TOPIC));
        }
        return cases;
    }

    /** The same texts every time. */
    private static int[] sample(Index index) {
        int[] all = IntStream.range(0, index.askedTexts()).toArray();
        int size = Math.clamp(MOST_COMPARISONS / Math.max(1, all.length), FEWEST_TEXTS, MOST_TEXTS);
        if (all.length <= size) {
            return all;
        }
        var random = new Random(7);
        for (int i = 0; i < size; i++) {
            int j = i + random.nextInt(all.length - i);
            int swapped = all[i];
            all[i] = all[j];
            all[j] = swapped;
        }
        return Arrays.copyOf(all, size);
    }

    /** Logistic regression by gradient steps, drawn towards the general weights. */
    private static List<Double> fit(List<Case> cases, boolean first, double foreignShare, double[] general) {
        double[] weights = general.clone();
        if (cases.isEmpty()) {
            return boxed(weights);
        }
        ToDoubleFunction<Case> weight = weightOf(cases, foreignShare);
        double[] weightOf = cases.stream().mapToDouble(weight).toArray();
        double total = Arrays.stream(weightOf).sum();
        double[] squares = new double[weights.length];
        Arrays.fill(squares, 1e-3);
        for (int step = 0; step < STEPS; step++) {
            double[] gradient = new double[weights.length];
            for (int c = 0; c < weightOf.length; c++) {
                Case one = cases.get(c);
                boolean hit = first ? one.right() : one.among();
                double error = one.evidence().probability(weights) - (hit ? 1 : 0);
                for (int i = 0; i < weights.length; i++) {
                    gradient[i] += weightOf[c] * error * one.evidence().features()[i];
                }
            }
            for (int i = 0; i < weights.length; i++) {
                double g = (gradient[i] + TRUST * (weights[i] - general[i])) / total;
                squares[i] = 0.95 * squares[i] + 0.05 * g * g;
                weights[i] -= PACE * g / Math.sqrt(squares[i] + 1e-6);
            }
        }
        return boxed(weights);
    }

    private static ToDoubleFunction<Case> weightOf(List<Case> cases, double foreignShare) {
        double own = Math.max(30, count(cases, Origin.OWN));
        double foreign = foreignShare * own / Math.max(1, count(cases, Origin.FOREIGN));
        double offTopic = OFF_TOPIC_SHARE * own / Math.max(1, count(cases, Origin.OFF_TOPIC));
        return one -> switch (one.origin()) {
            case OWN -> 1;
            case FOREIGN -> Math.min(1, foreign);
            case OFF_TOPIC -> Math.min(1, offTopic);
        };
    }

    private static long count(List<Case> cases, Origin origin) {
        return cases.stream().filter(c -> c.origin() == origin).count();
    }

    /** The probability that only this share of the off-topic messages exceeds. */
    private static double exceededBy(double share, List<Case> cases, List<Double> weights) {
        double[] of = cases.stream()
                .filter(c -> c.origin() == Origin.OFF_TOPIC)
                .mapToDouble(c -> c.evidence().probability(weights))
                .sorted()
                .toArray();
        return of.length == 0 ? 0 : of[(int) Math.min(of.length - 1, (1 - share) * of.length)];
    }

    private static List<Double> boxed(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }
}
