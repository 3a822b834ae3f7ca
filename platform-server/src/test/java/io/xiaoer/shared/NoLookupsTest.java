package io.xiaoer.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xiaoer.shared.NoLookups.LookedUp;
import org.junit.jupiter.api.Test;

class NoLookupsTest {

    @Test
    void refusesALookUpWithinAndNowhereElse() {
        assertThatCode(() -> NoLookups.check("orders")).doesNotThrowAnyException();
        assertThatThrownBy(() -> NoLookups.<Integer, RuntimeException>call(() -> {
                    NoLookups.check("orders");
                    return 1;
                }))
                .isInstanceOfSatisfying(
                        LookedUp.class, looked -> assertThat(looked.what()).isEqualTo("orders"));
        assertThat(NoLookups.<Integer, RuntimeException>call(() -> 1)).isEqualTo(1);
    }
}
