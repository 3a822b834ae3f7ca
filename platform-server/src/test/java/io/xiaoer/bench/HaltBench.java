package io.xiaoer.bench;

import io.xiaoer.rollout.HaltSimulation;
import java.util.Locale;

/** How seldom the halt is wrong, and how soon it is right: by simulation, with fixed seeds. */
public final class HaltBench {

    private static final long SEED = 20261126;
    private static final int[] WINDOWS = {50, 100, 150, 200, 300};
    private static final int[] SINCE = {10, 20, 30, 40, 50, 60, 80, 100, 150, 200};
    private static final double USUAL = 0.20;
    private static final double[] WORSE = {0.30, 0.40, 0.50};

    /** A bot's conversations, and from how many the baseline was measured. */
    private enum Bot {
        EXACT("1 question, baseline known exactly", 1, 0, 0),
        SINGLE("1 question, baseline from 1,000 conversations", 1, 0, 1_000),
        ALIKE("1-4 questions with correlation 0.3, from 1,000", 4, 0.3, 1_000),
        THIN("1-4 questions with correlation 0.3, from 150", 4, 0.3, 150),
        OWN("1-4 questions with correlation 0.3, its own first 50", 4, 0.3, 50);

        private final String says;
        private final int mostQuestions;
        private final double alike;
        private final int known;

        Bot(String says, int mostQuestions, double alike, int known) {
            this.says = says;
            this.mostQuestions = mostQuestions;
            this.alike = alike;
            this.known = known;
        }

        HaltSimulation simulation() {
            return new HaltSimulation(SEED, mostQuestions, alike, known);
        }
    }

    private HaltBench() {}

    public static void main(String[] args) {
        run(10_000, 2_000);
    }

    static void run(int unchanged, int changed) {
        PlatformBench.title(
                "The halt, by simulation: %,d windows of an unchanged bot (20 %% not understood), %,d of each change"
                        .formatted(unchanged, changed));
        System.out.println("false alarms by window length, in conversations");
        row("", "%7d", WINDOWS);
        for (Bot bot : Bot.values()) {
            int[] halted = bot.simulation().unchanged(unchanged, 300, USUAL, false);
            shares(bot.says, "%6.2f%%", halted, WINDOWS);
        }
        System.out.println("halted by conversations since the change");
        row("", "%7d", SINCE);
        for (Bot bot : Bot.values()) {
            for (double worse : WORSE) {
                int[] halted = bot.simulation().changed(changed, 200, USUAL, worse);
                int median = HaltSimulation.median(halted);
                String says = "%s; 20 %% -> %.0f %%, median %s"
                        .formatted(bot.name().toLowerCase(Locale.ROOT), 100 * worse, median > 200 ? "> 200" : median);
                shares(says, "%6.1f%%", halted, SINCE);
            }
        }
    }

    private static void row(String says, String form, int[] values) {
        StringBuilder line = new StringBuilder("%-52s".formatted(says));
        for (int value : values) {
            line.append(String.format(Locale.ROOT, form, value));
        }
        System.out.println(line);
    }

    private static void shares(String says, String form, int[] halted, int[] within) {
        StringBuilder line = new StringBuilder("%-52s".formatted(says));
        for (int most : within) {
            line.append(String.format(Locale.ROOT, form, 100 * HaltSimulation.share(halted, most)));
        }
        System.out.println(line);
    }
}
