package io.xiaoer.bench;

import io.xiaoer.answering.understanding.BgeEmbedder;
import io.xiaoer.insights.internal.SortingSimulation;
import java.io.IOException;
import java.util.Locale;

/** How long sorting failed questions takes, and in how much memory. */
public final class ClusterBench {

    private static final long SEED = 20261126;
    private static final int QUESTIONS = 50_000;
    private static final int SHOWN = 10_000;
    private static final double MEGABYTE = 1 << 20;

    private ClusterBench() {}

    public static void main(String[] args) throws IOException {
        run(args.length == 0 ? QUESTIONS : Integer.parseInt(args[0]));
    }

    static void run(int questions) throws IOException {
        PlatformBench.title("Sorting %,d failed questions of one bot, 500 at a time".formatted(questions));
        try (BgeEmbedder embedder = new BgeEmbedder()) {
            SortingSimulation simulation = new SortingSimulation(embedder, SEED);
            long before = used();
            while (simulation.asked() < questions) {
                simulation.step();
                if (simulation.asked() % SHOWN == 0 || simulation.asked() >= questions) {
                    System.out.printf(
                            Locale.ROOT,
                            "%,7d questions  %,6d clusters  reading %6.1f s  sorting %6.1f s  %,5.0f MB kept%n",
                            simulation.asked(),
                            simulation.heaps(),
                            simulation.embedSeconds(),
                            simulation.sortSeconds(),
                            (used() - before) / MEGABYTE);
                }
            }
        }
    }

    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
