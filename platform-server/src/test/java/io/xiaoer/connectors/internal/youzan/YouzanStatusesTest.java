package io.xiaoer.connectors.internal.youzan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YouzanStatusesTest {

    @ParameterizedTest
    @CsvSource({
        "WAIT_BUYER_PAY, created",
        "TRADE_PAID, paid",
        "WAIT_CONFIRM, paid",
        "WAIT_SELLER_SEND_GOODS, to_ship",
        "WAIT_BUYER_CONFIRM_GOODS, shipped",
        "TRADE_SUCCESS, completed",
        "TRADE_CLOSED, cancelled"
    })
    void orders(String theirs, String ours) {
        assertThat(YouzanStatuses.ORDERS.ours(theirs)).isEqualTo(ours);
    }

    @ParameterizedTest
    @CsvSource({
        "WAIT_SELLER_AGREE, requested",
        "WAIT_BUYER_RETURN_GOODS, approved",
        "WAIT_SELLER_CONFIRM_GOODS, returning",
        "SELLER_REFUSE_BUYER, rejected",
        "SUCCESS, done",
        "CLOSED, cancelled"
    })
    void refunds(String theirs, String ours) {
        assertThat(YouzanStatuses.REFUNDS.ours(theirs)).isEqualTo(ours);
    }

    @ParameterizedTest
    @CsvSource({"REFUND_ONLY, refund", "REFUND_AND_RETURN, return", "EXCHANGE, exchange"})
    void kindsOfRefunds(String theirs, String ours) {
        assertThat(YouzanStatuses.REFUND_KINDS.ours(theirs)).isEqualTo(ours);
    }

    @ParameterizedTest
    @CsvSource({"VALID, unused", "USED, used", "EXPIRED, expired", "INVALID, expired"})
    void vouchers(String theirs, String ours) {
        assertThat(YouzanStatuses.VOUCHERS.ours(theirs)).isEqualTo(ours);
    }

    /** Whoever adds a status adds a line above. */
    @Test
    void eachIsTestedAbove() {
        assertThat(YouzanStatuses.ORDERS.all()).hasSize(7);
        assertThat(YouzanStatuses.REFUNDS.all()).hasSize(6);
        assertThat(YouzanStatuses.REFUND_KINDS.all()).hasSize(3);
        assertThat(YouzanStatuses.VOUCHERS.all()).hasSize(4);
    }

    @Test
    void guessesNothingOfOneThatIsNew() {
        assertThat(YouzanStatuses.ORDERS.ours("WAIT_FOR_GODOT")).isEqualTo("WAIT_FOR_GODOT");
    }
}
