package io.xiaoer.insights.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.xiaoer.answering.understanding.BgeEmbedder;
import io.xiaoer.answering.understanding.Normalizer;
import io.xiaoer.insights.internal.ClusterQuality.Held;
import io.xiaoer.insights.internal.ClusterQuality.Labelled;
import io.xiaoer.insights.internal.ClusterQuality.Method;
import io.xiaoer.insights.internal.ClusterQuality.Score;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Sorts real shop questions and compares with what people say they ask for. The set stays where it is: {@code XIAOER_EVAL} names the folder of
 * evaluation sets. Labels are wide (all of "when will it come"), so that pairs are missed on purpose; purity says whether what is together
 * belongs together.
 */
@Tag("long")
class ClusteringQualityTest {

    private static final int SEEDS = 10;
    private static final int INNER = 5;

    @Test
    void putsTogetherWhatAsksTheSame() throws IOException {
        Path dir = Path.of(System.getenv().getOrDefault("XIAOER_EVAL", "../../shared/eval"), "shop_intents");
        Assumptions.assumeTrue(Files.isDirectory(dir), "the evaluation sets are not here");
        List<Labelled> set = ClusterQuality.inScope(dir);
        try (BgeEmbedder embedder = new BgeEmbedder()) {
            Map<String, float[]> known = new HashMap<>();
            float[] common = Usual.common(Usual.questions("zh"), text -> embedder.embed(Normalizer.normalise(text)));
            Method sorting = ClusterQuality.sorting(text -> known.computeIfAbsent(
                    text, one -> Usual.besides(common, embedder.embed(Normalizer.normalise(one)))));
            List<Held> ours = held("sorting", set, sorting, steps(0.30, 0.60));
            List<Held> naive = held("shared characters", set, ClusterQuality.sharedCharacters(), steps(0.10, 0.80));
            Score whole = ClusterQuality.score(set, sorting.clusters(ClusterQuality.texts(set), Sorting.NEAR));
            print("sorting at %.2f, all %d".formatted(Sorting.NEAR, set.size()), whole);

            assertThat(mean(ours, Score::f1)).isGreaterThan(mean(naive, Score::f1));
            assertThat(whole.purity()).isGreaterThanOrEqualTo(0.75);
        }
    }

    private static List<Held> held(String name, List<Labelled> set, Method method, double[] thresholds) {
        List<Held> all = new ArrayList<>();
        for (int seed = 0; seed < SEEDS; seed++) {
            all.addAll(ClusterQuality.halves(set, method, thresholds, INNER, seed));
        }
        System.out.printf(
                Locale.ROOT,
                "%s, held out: pairwise F1 %.3f, purity %.3f, %.1f clusters; thresholds %s%n",
                name,
                mean(all, Score::f1),
                mean(all, Score::purity),
                mean(all, Score::clusters),
                all.stream().map(Held::threshold).sorted().toList());
        return all;
    }

    private static void print(String name, Score score) {
        System.out.printf(
                Locale.ROOT,
                "%s: pairwise F1 %.3f (precision %.3f, recall %.3f), purity %.3f, %d clusters%n",
                name,
                score.f1(),
                score.precision(),
                score.recall(),
                score.purity(),
                score.clusters());
    }

    private interface Part {
        double of(Score score);
    }

    private static double mean(List<Held> all, Part part) {
        return all.stream().mapToDouble(held -> part.of(held.score())).average().orElseThrow();
    }

    private static double[] steps(double from, double to) {
        return IntStream.rangeClosed(0, (int) Math.round((to - from) / 0.02))
                .mapToDouble(i -> from + i * 0.02)
                .flatMap(DoubleStream::of)
                .toArray();
    }
}
