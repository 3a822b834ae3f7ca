package io.xiaoer.answering.understanding;

import java.util.List;

/** What speaks for and against the best entry being right, as numbers for a logistic model. */
final class Evidence {

    private final double[] features;

    private Evidence(double[] features) {
        this.features = features;
    }

    double[] features() {
        return features;
    }

    /** @param offTopic similarity to the nearest off-topic message */
    static Evidence of(List<Index.Scored> best, double offTopic) {
        var first = best.getFirst();
        double margin = best.size() > 1 ? first.score() - best.get(1).score() : 0.15;
        double third = best.size() > 3 ? first.score() - best.get(3).score() : 0.2;
        return new Evidence(new double[] {
            1,
            10 * (first.score() - 0.6),
            10 * Math.min(0.25, margin),
            10 * (first.nearest() - offTopic),
            first.lexical() + first.keyword(),
            10 * Math.min(0.35, third),
            10 * Math.max(0, offTopic - first.nearest())
        });
    }

    double probability(List<Double> weights) {
        return probability(weights.stream().mapToDouble(Double::doubleValue).toArray());
    }

    double probability(double[] weights) {
        double sum = 0;
        for (int i = 0; i < features.length; i++) {
            sum += features[i] * weights[i];
        }
        return 1 / (1 + Math.exp(-sum));
    }
}
