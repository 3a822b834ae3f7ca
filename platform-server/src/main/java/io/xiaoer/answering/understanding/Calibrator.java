package io.xiaoer.answering.understanding;

import io.xiaoer.answering.Calibration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Learns from a release's own texts when its best entry can be trusted: each text is asked as if its entry did not have it, and the
 * off-topic messages are asked too. With few texts the result stays close to what holds for shops in general.
 */
public final class Calibrator {

    /** A case to learn from. */
    record Case(double[] features, boolean right, boolean among, double weight) {}

    private static final int MOST_TEXTS = 1_500;
    private static final double OFF_TOPIC_SHARE = 0.3;
    private static final double FOREIGN_SHARE = 0.15;
    private static final double[] GENERAL_RIGHT = {-1.0, 0.8, 1.2, 0.8, 0.5, 0.1};
    private static final double[] GENERAL_AMONG = {0.2, 0.9, 0.6, 0.8, 0.5, 0.3};
    /** How many cases the general weights are worth. */
    private static final double TRUST = 12;

    private static final double ANSWER_AT = 0.62;
    private static final double CHOICES_AT = 0.42;

    private Calibrator() {}

    public static Calibration calibrate(Index index, OffTopic offTopic) {
        List<Case> cases = cases(index, offTopic);
        int own = (int) cases.stream().filter(c -> c.weight() == 1).count();
        double[] right = fit(cases, true, GENERAL_RIGHT);
        double[] among = fit(cases, false, GENERAL_AMONG);
        return new Calibration(boxed(right), boxed(among), ANSWER_AT, CHOICES_AT, own);
    }

    static List<Case> cases(Index index, OffTopic offTopic) {
        List<Case> cases = new ArrayList<>();
        int[] sample = sample(index);
        for (int asked : sample) {
            String text = index.askedText(asked);
            float[] query = index.vectorOf(asked);
            int entry = index.entryOf(asked);
            double nearest = offTopic.nearest(query);
            if (index.askedOf(entry) > 1) {
                var best = index.search(text, query, e -> true, asked, 5);
                boolean right = best.getFirst().entry() == entry;
                boolean among = best.stream().limit(3).anyMatch(scored -> scored.entry() == entry);
                cases.add(new Case(Evidence.of(best, nearest).features(), right, among, 1));
            }
        }
        int own = cases.size();
        for (int asked : sample) {
            int entry = index.entryOf(asked);
            var best = index.search(index.askedText(asked), index.vectorOf(asked), e -> e != entry, Index.NONE, 5);
            if (!best.isEmpty()) {
                double nearest = offTopic.nearest(index.vectorOf(asked));
                double weight = FOREIGN_SHARE * Math.max(own, 1) / sample.length;
                cases.add(new Case(Evidence.of(best, nearest).features(), false, false, Math.min(0.99, weight)));
            }
        }
        if (index.askedTexts() > 0) {
            double weight = OFF_TOPIC_SHARE * Math.max(own, 30) / Math.max(1, offTopic.size());
            for (int i = 0; i < offTopic.size(); i++) {
                var best = index.search(offTopic.text(i), offTopic.vector(i), e -> true, Index.NONE, 5);
                double[] features = Evidence.of(best, offTopic.nearestOther(i)).features();
                cases.add(new Case(features, false, false, Math.min(0.99, weight)));
            }
        }
        return cases;
    }

    private static int[] sample(Index index) {
        int[] all = IntStream.range(0, index.askedTexts()).toArray();
        if (all.length <= MOST_TEXTS) {
            return all;
        }
        var random = new Random(7);
        for (int i = 0; i < MOST_TEXTS; i++) {
            int j = i + random.nextInt(all.length - i);
            int swapped = all[i];
            all[i] = all[j];
            all[j] = swapped;
        }
        return Arrays.copyOf(all, MOST_TEXTS);
    }

    /** Logistic regression by gradient steps, drawn towards the general weights. */
    private static double[] fit(List<Case> cases, boolean first, double[] general) {
        double[] weights = general.clone();
        double total = cases.stream().mapToDouble(Case::weight).sum();
        if (total == 0) {
            return weights;
        }
        double[] squares = new double[Evidence.SIZE];
        Arrays.fill(squares, 1e-3);
        for (int step = 0; step < 400; step++) {
            double[] gradient = new double[Evidence.SIZE];
            for (Case one : cases) {
                double sum = 0;
                for (int i = 0; i < weights.length; i++) {
                    sum += weights[i] * one.features()[i];
                }
                double error = 1 / (1 + Math.exp(-sum)) - ((first ? one.right() : one.among()) ? 1 : 0);
                for (int i = 0; i < weights.length; i++) {
                    gradient[i] += one.weight() * error * one.features()[i];
                }
            }
            for (int i = 0; i < weights.length; i++) {
                double g = (gradient[i] + TRUST * 0.25 * (weights[i] - general[i])) / total;
                squares[i] = 0.95 * squares[i] + 0.05 * g * g;
                weights[i] -= 0.03 * g / Math.sqrt(squares[i] + 1e-6);
            }
        }
        return weights;
    }

    private static List<Double> boxed(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }
}
