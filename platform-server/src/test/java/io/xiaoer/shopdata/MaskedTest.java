package io.xiaoer.shopdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MaskedTest {

    private static final OffsetDateTime AT = OffsetDateTime.parse("2026-01-01T00:00:00Z");

    @Test
    void showsTheEndsOfAPhone() {
        assertThat(Masked.phone("13812341234")).isEqualTo("138****1234");
        assertThat(Masked.phone(" 13812341234 ")).isEqualTo("138****1234");
        assertThat(Masked.phone("12345")).isEqualTo("****45");
        assertThat(Masked.phone("1")).isEqualTo("****1");
        assertThat(Masked.phone(" ")).isNull();
    }

    @Test
    void showsHardlyAnythingOfAnAddress() {
        Order.@Nullable ShipTo to = masked(new Order.ShipTo("王小明", "13812341234", "上海市", "浦东新区世纪大道1号"));

        assertThat(to).isEqualTo(new Order.ShipTo("王**", "138****1234", "上海市", "浦东新区世****"));
        assertThat(masked(new Order.ShipTo("𠮷", null, null, "家")))
                .isEqualTo(new Order.ShipTo("𠮷*", null, null, "****"));
    }

    private static Order.@Nullable ShipTo masked(Order.ShipTo to) {
        return Masked.of(new Order(
                        "o",
                        "c",
                        Order.Status.PAID,
                        AT,
                        null,
                        List.of(),
                        null,
                        List.of(),
                        to,
                        List.of(),
                        new Freshness("push", AT, AT)))
                .shipTo();
    }
}
