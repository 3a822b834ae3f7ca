package io.xiaoer.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SamplingTest {

    private static final int SHOPPERS = 20_000;

    @Test
    void drawsTheShareThatIsAskedFor() {
        assertThat(share(drawn("salt", 0.2))).isBetween(0.19, 0.21);
        assertThat(share(drawn("salt", 1))).isEqualTo(1);
    }

    @Test
    void drawsTheSameOnesAgainAndKeepsThemWhenMoreAreDrawn() {
        IntPredicate few = drawn("salt", 0.2);
        IntPredicate more = drawn("salt", 0.3);
        assertThat(IntStream.range(0, SHOPPERS).filter(few).allMatch(more)).isTrue();
    }

    @Test
    void drawsOthersForAnotherPilot() {
        IntPredicate both = drawn("one", 0.5).and(drawn("other", 0.5));
        assertThat(share(both)).isBetween(0.24, 0.26);
    }

    @Test
    void takesACustomerAndAVisitorOfTheSameIdForTwo() {
        IntPredicate both =
                drawn("salt", 0.5).and(id -> Sampling.isDrawn("salt", ShopperRef.visitor(Integer.toString(id)), 0.5));
        assertThat(share(both)).isBetween(0.24, 0.26);
    }

    private static IntPredicate drawn(String salt, double rate) {
        return id -> Sampling.isDrawn(salt, ShopperRef.customer(Integer.toString(id)), rate);
    }

    private static double share(IntPredicate drawn) {
        return (double) IntStream.range(0, SHOPPERS).filter(drawn).count() / SHOPPERS;
    }
}
