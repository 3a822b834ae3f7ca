package io.xiaoer.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.xiaoer.rollout.Alarm.Measure;
import io.xiaoer.rollout.Baseline.Share;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HaltRuleTest {

    private static final OffsetDateTime SINCE = OffsetDateTime.parse("2026-11-26T08:00:00Z");
    private static final int WINDOWS = 1_000;
    private static final int CONVERSATIONS = 150;
    private static final Baseline USUAL = new Baseline(
            Share.expected(0.20, 500), Share.expected(0.10, 500), Share.expected(0.15, 150), Share.expected(0.01, 500));

    @ParameterizedTest
    @CsvSource({"1, 0, 0", "4, 0.3, 300"})
    void hardlyEverHaltsAnUnchangedBot(int mostQuestions, double alike, int known) {
        int[] halted = new HaltSimulation(20261126, mostQuestions, alike, known)
                .unchanged(WINDOWS, CONVERSATIONS, 0.20, false);

        assertThat(HaltSimulation.share(halted, CONVERSATIONS)).isLessThan(0.01);
    }

    @Test
    void hardlyEverHaltsAnUnchangedBotThoughItLooksAfterEachQuestion() {
        int[] halted = new HaltSimulation(7, 4, 0.3, 1000).unchanged(30, CONVERSATIONS, 0.20, true);

        assertThat(HaltSimulation.share(halted, CONVERSATIONS)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"1, 0, 0", "1, 0, 1000", "4, 0.3, 1000"})
    void haltsWithinSixtyConversationsWhenTwiceAsMuchIsNotUnderstood(int mostQuestions, double alike, int known) {
        int[] halted = new HaltSimulation(20261126, mostQuestions, alike, known).changed(300, 200, 0.20, 0.40);

        assertThat(HaltSimulation.median(halted)).isLessThanOrEqualTo(60);
    }

    @Test
    void saysWhatBecameWorseFromWhatToWhat() {
        List<Observation> seen = new ArrayList<>();
        seen.addAll(conversations(0, 50, i -> i % 5 == 0));
        seen.addAll(conversations(50, 40, i -> i % 5 < 3));

        Alarm alarm = HaltRule.judge(7, SINCE, seen, USUAL).orElseThrow();

        assertThat(alarm.release()).isEqualTo(7);
        assertThat(alarm.since()).isEqualTo(SINCE);
        assertThat(alarm.measure()).isEqualTo(Measure.UNKNOWN);
        assertThat(alarm.baseline()).isCloseTo(0.20, within(0.02));
        assertThat(alarm.measured()).isCloseTo(0.60, within(0.05));
        assertThat(alarm.observed()).isBetween(35, 45);
    }

    @Test
    void leavesABotAloneThatIsAsItWasOrBetter() {
        assertThat(judge(List.of(), USUAL)).isEmpty();
        assertThat(judge(conversations(0, 200, i -> i % 5 == 0), USUAL)).isEmpty();
        assertThat(judge(conversations(0, 200, i -> false), USUAL)).isEmpty();
    }

    @Test
    void isNotMovedByOneShopperHoweverMuchTheyAsk() {
        List<Observation> seen = new ArrayList<>(conversations(0, 50, i -> i % 5 == 0));
        for (int question = 0; question < 500; question++) {
            seen.add(new Observation(new UUID(1, 1), true, true, true, false));
        }

        assertThat(judge(seen, USUAL)).isEmpty();
    }

    @Test
    void looksAtTheNewestConversationsOnly() {
        List<Observation> seen = new ArrayList<>(conversations(0, 60, i -> true));
        assertThat(judge(seen, USUAL)).isPresent();

        seen.addAll(conversations(60, HaltRule.WINDOW, i -> i % 5 == 0));

        assertThat(judge(seen, USUAL)).isEmpty();
    }

    @Test
    void asksForMoreWhereLessIsKnown() {
        List<Observation> seen = conversations(0, 25, i -> i % 5 < 3);

        assertThat(judge(seen, USUAL)).isPresent();
        assertThat(judge(seen, new Baseline(Share.expected(0.20, 10), rarely(), rarely(), rarely())))
                .isEmpty();
    }

    @Test
    void haltsForEachMeasure() {
        assertThat(measure(observed(30, false, true, false, null))).isEqualTo(Measure.HANDOVER);
        assertThat(measure(observed(30, false, false, false, false))).isEqualTo(Measure.THUMBS_DOWN);
        assertThat(measure(observed(30, false, false, true, null))).isEqualTo(Measure.ERROR);
        assertThat(measure(observed(30, true, false, false, true))).isEqualTo(Measure.UNKNOWN);
    }

    @Test
    void expectsWhatOtherConversationsCameTo() {
        List<Observation> seen = new ArrayList<>(conversations(0, 8, i -> i < 2));
        // half of it
        seen.add(new Observation(new UUID(3, 1), true, false, false, null));
        seen.add(new Observation(new UUID(3, 1), false, true, false, false));

        Baseline baseline = HaltRule.baseline(seen);

        assertThat(baseline.unknown()).isEqualTo(new Share(2.5, 9));
        assertThat(baseline.handover()).isEqualTo(new Share(1, 9));
        assertThat(baseline.thumbsDown()).isEqualTo(new Share(1, 1));
        assertThat(baseline.error()).isEqualTo(new Share(0, 9));
    }

    private static Optional<Alarm> judge(List<Observation> seen, Baseline baseline) {
        return HaltRule.judge(1, SINCE, seen, baseline);
    }

    private static Measure measure(List<Observation> seen) {
        return judge(seen, USUAL).orElseThrow().measure();
    }

    private static List<Observation> observed(
            int count, boolean unknown, boolean handedOver, boolean error, @Nullable Boolean helpful) {
        List<Observation> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(new Observation(new UUID(2, i), unknown, handedOver, error, helpful));
        }
        return all;
    }

    private static Share rarely() {
        return Share.expected(0.01, 500);
    }

    private static List<Observation> conversations(int first, int count, IntPredicate unknown) {
        List<Observation> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(new Observation(new UUID(0, first + i), unknown.test(i), false, false, null));
        }
        return all;
    }
}
