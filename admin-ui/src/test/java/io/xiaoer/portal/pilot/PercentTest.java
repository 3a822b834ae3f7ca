package io.xiaoer.portal.pilot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PercentTest {

    @ParameterizedTest
    @CsvSource({"0, 0%", "0.004, 0.4%", "0.02, 2%", "0.066, 6.6%", "0.0996, 10%", "0.125, 13%", "0.7, 70%", "1, 100%"})
    void tellsTenthsOnlyWhereAPointWouldSayTooLittle(double share, String text) {
        assertThat(Percent.of(share)).isEqualTo(text);
    }

    @Test
    void staysOnTheScale() {
        assertThat(Percent.css(1.4)).isEqualTo("100.00%");
        assertThat(Percent.css(-0.1)).isEqualTo("0.00%");
        assertThat(Percent.css(0.256)).isEqualTo("25.60%");
    }
}
