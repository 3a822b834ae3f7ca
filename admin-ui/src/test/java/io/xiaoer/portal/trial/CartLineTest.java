package io.xiaoer.portal.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CartLineTest {

    @Test
    void readsWhatItWrites() {
        CartLine line = CartLine.parse(" mask-x2 ×3@59.80 ").orElseThrow();
        assertThat(line).isEqualTo(new CartLine("mask-x2", 3, "59.80"));
        assertThat(CartLine.parse(line.toString())).contains(line);
    }

    @Test
    void takesOneAtTheProductsPriceWhereNothingElseIsSaid() {
        assertThat(CartLine.parse("mask").orElseThrow().json()).isEqualTo(Map.of("sku", "mask", "quantity", 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "mask x 0", "mask x 2 @", "mask @ 1.2.3", "mask @ 1.999", "two words"})
    void refusesWhatCannotBeMeant(String text) {
        assertThat(CartLine.parse(text)).isEmpty();
    }
}
