package io.xiaoer.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalTest {

    /** From the closed form, worked by hand. */
    @ParameterizedTest
    @CsvSource({
        "105, 150, 0.6224, 0.7676",
        "0, 10, 0, 0.2775",
        "10, 10, 0.7225, 1",
        "1, 2, 0.0945, 0.9055",
    })
    void holdsTheShare(int successes, int trials, double low, double high) {
        Interval interval = Interval.wilson(successes, trials);
        assertThat(interval.low()).isCloseTo(low, within(0.0001));
        assertThat(interval.high()).isCloseTo(high, within(0.0001));
    }

    @Test
    void isAboutNothingWithoutTrials() {
        assertThatThrownBy(() -> Interval.wilson(0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Interval.wilson(3, 2)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void decidesAGateOnlyWhenBothEndsAgree() {
        assertThat(Gate.shareAtLeast("resolved", 0.6, 105, 150, "").met()).isTrue();
        assertThat(Gate.shareAtLeast("resolved", 0.7, 105, 150, "").met()).isNull();
        assertThat(Gate.shareAtLeast("resolved", 0.8, 105, 150, "").met()).isFalse();
        assertThat(Gate.shareAtMost("unknown", 0.25, 20, 150, "").met()).isTrue();
        assertThat(Gate.shareAtMost("unknown", 0.15, 20, 150, "").met()).isNull();
        assertThat(Gate.shareAtMost("unknown", 0.05, 20, 150, "").met()).isFalse();
        assertThat(Gate.atLeast("enrolled", 100, 99, "").holds()).isFalse();
        assertThat(Gate.atLeast("enrolled", 100, 100, "").holds()).isTrue();
        assertThat(Gate.notEnough("tests", 1.0, null, "").holds()).isFalse();
    }
}
