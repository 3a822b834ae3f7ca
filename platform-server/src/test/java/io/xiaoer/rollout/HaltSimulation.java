package io.xiaoer.rollout;

import io.xiaoer.rollout.Baseline.Share;
import io.xiaoer.rollout.HaltRule.Criterion;
import io.xiaoer.rollout.HaltRule.Talk;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Conversations by chance, to see what the halt makes of noise and of a bot that becomes worse. */
public final class HaltSimulation {

    private static final OffsetDateTime SINCE = OffsetDateTime.parse("2026-11-26T08:00:00Z");
    private static final double HANDED_OVER = 0.10;
    private static final double WITH_OPINION = 0.30;
    private static final double UNHELPFUL = 0.15;
    private static final double ERROR = 0.01;

    private final Random random;
    private final int mostQuestions;
    private final double alike;
    private final int known;

    /**
     * @param mostQuestions a conversation has 1 to so many, each as likely
     * @param alike how much a conversation's questions hang together, as their correlation; 0 if not at all
     * @param known conversations the baseline was measured from, by chance as well; 0 if it is known exactly
     */
    public HaltSimulation(long seed, int mostQuestions, double alike, int known) {
        this.random = new Random(seed);
        this.mostQuestions = mostQuestions;
        this.alike = alike;
        this.known = known;
    }

    /**
     * How many conversations an unchanged bot has had when it is halted; {@code longest + 1} if it is not.
     *
     * @param eachQuestion whether it is judged after each question, from what is stored, as the platform does; else after each conversation
     */
    public int[] unchanged(int windows, int longest, double unknown, boolean eachQuestion) {
        int[] halted = new int[windows];
        for (int window = 0; window < windows; window++) {
            halted[window] = eachQuestion
                    ? judged(baseline(unknown), unknown, unknown, longest, longest)
                    : run(baseline(unknown), unknown, unknown, longest, longest);
        }
        return halted;
    }

    /** How many conversations are held after the change until the bot is halted; {@code longest + 1} if it is not. */
    public int[] changed(int windows, int longest, double unknown, double worse) {
        int[] halted = new int[windows];
        for (int window = 0; window < windows; window++) {
            int change;
            int at;
            do {
                change = random.nextInt(100);
                at = run(baseline(unknown), unknown, worse, change, change + longest);
            } while (at <= change);
            halted[window] = at - change;
        }
        return halted;
    }

    public static double share(int[] halted, int within) {
        return (double) Arrays.stream(halted).filter(at -> at <= within).count() / halted.length;
    }

    public static int median(int[] halted) {
        int[] sorted = halted.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private int run(Baseline baseline, double unknown, double worse, int change, int longest) {
        List<Evidence> against = against(baseline);
        for (int conversation = 1; conversation <= longest; conversation++) {
            Talk talk = new Talk();
            talk(conversation <= change ? unknown : worse, new UUID(0, conversation))
                    .forEach(talk::add);
            for (Criterion criterion : Criterion.values()) {
                criterion.of(talk).ifPresent(against.get(criterion.ordinal())::add);
            }
            if (HaltRule.alarm(1, SINCE, against).isPresent()) {
                return conversation;
            }
        }
        return longest + 1;
    }

    private int judged(Baseline baseline, double unknown, double worse, int change, int longest) {
        List<Observation> seen = new ArrayList<>();
        for (int conversation = 1; conversation <= longest; conversation++) {
            for (Observation question : talk(conversation <= change ? unknown : worse, new UUID(0, conversation))) {
                seen.add(question);
                if (HaltRule.judge(1, SINCE, seen, baseline).isPresent()) {
                    return conversation;
                }
            }
        }
        return longest + 1;
    }

    private static List<Evidence> against(Baseline baseline) {
        return Arrays.stream(Criterion.values())
                .map(criterion -> new Evidence(criterion.expected.apply(baseline)))
                .toList();
    }

    private List<Observation> talk(double unknown, UUID id) {
        int questions = 1 + random.nextInt(mostQuestions);
        boolean handedOver = random.nextDouble() < HANDED_OVER;
        boolean opinion = random.nextDouble() < WITH_OPINION;
        boolean unhelpful = random.nextDouble() < UNHELPFUL;
        boolean first = random.nextDouble() < unknown;
        List<Observation> said = new ArrayList<>();
        for (int question = 1; question <= questions; question++) {
            // with this mixture any two of a conversation's questions have the correlation {@code alike}
            boolean notUnderstood = random.nextDouble() < Math.sqrt(alike) ? first : random.nextDouble() < unknown;
            boolean last = question == questions;
            Boolean helpful = last && opinion ? !unhelpful : null;
            said.add(observation(id, notUnderstood, last && handedOver, helpful));
        }
        return said;
    }

    private Observation observation(UUID id, boolean unknown, boolean handedOver, @Nullable Boolean helpful) {
        return new Observation(id, unknown, handedOver, random.nextDouble() < ERROR, helpful);
    }

    private Baseline baseline(double unknown) {
        if (known == 0) {
            return new Baseline(exactly(unknown), exactly(HANDED_OVER), exactly(UNHELPFUL), exactly(ERROR));
        }
        List<Observation> seen = new ArrayList<>();
        for (int conversation = 0; conversation < known; conversation++) {
            seen.addAll(talk(unknown, new UUID(1, conversation)));
        }
        return HaltRule.baseline(seen);
    }

    private static Share exactly(double share) {
        return Share.expected(share, 1_000_000);
    }
}
