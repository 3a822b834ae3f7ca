package io.xiaoer.connectors.internal.weimob;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeimobStatusesTest {

    @ParameterizedTest(name = "{2}")
    @CsvSource({
        "0, created, made",
        "1, created, paid in part",
        "2, paid, paid",
        "3, to_ship, to be shipped",
        "4, partly_shipped, shipped in part",
        "5, shipped, shipped",
        "7, delivered, received",
        "8, completed, done",
        "9, cancelled, cancelled"
    })
    void orders(String theirs, String ours, String meaning) {
        assertThat(WeimobStatuses.ORDERS.ours(theirs)).as(meaning).isEqualTo(ours);
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource({
        "1, requested, applied for",
        "2, approved, goods awaited",
        "3, returning, goods sent back",
        "5, refunding, refunded by the system",
        "6, done, refunded",
        "7, cancelled, cancelled",
        "8, rejected, refused by the shop",
        "9, refunding, failed and still owed",
        "10, refunding, refunded by the shop",
        "20, approved, being exchanged"
    })
    void rights(String theirs, String ours, String meaning) {
        assertThat(WeimobStatuses.RIGHTS.ours(theirs)).as(meaning).isEqualTo(ours);
    }

    @ParameterizedTest
    @CsvSource({"1, return", "2, refund", "5, exchange"})
    void kindsOfRights(String theirs, String ours) {
        assertThat(WeimobStatuses.RIGHTS_KINDS.ours(theirs)).isEqualTo(ours);
    }

    @ParameterizedTest
    @CsvSource({"1, amount", "2, percent"})
    void kindsOfCoupons(String theirs, String ours) {
        assertThat(WeimobStatuses.COUPON_KINDS.ours(theirs)).isEqualTo(ours);
    }

    @ParameterizedTest
    @CsvSource({"1, unused", "2, used", "3, expired", "4, expired"})
    void coupons(String theirs, String ours) {
        assertThat(WeimobStatuses.COUPONS.ours(theirs)).isEqualTo(ours);
    }

    /** Whoever adds a status adds a line above. */
    @Test
    void eachIsTestedAbove() {
        assertThat(WeimobStatuses.ORDERS.all()).hasSize(9);
        assertThat(WeimobStatuses.RIGHTS.all()).hasSize(10);
        assertThat(WeimobStatuses.RIGHTS_KINDS.all()).hasSize(3);
        assertThat(WeimobStatuses.COUPON_KINDS.all()).hasSize(2);
        assertThat(WeimobStatuses.COUPONS.all()).hasSize(4);
    }

    @Test
    void guessesNothingOfOneThatIsNew() {
        assertThat(WeimobStatuses.ORDERS.ours("6")).isEqualTo("6");
    }
}
