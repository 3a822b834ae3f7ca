package io.xiaoer.connectors.internal.vendure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each of Vendure's states means, and that none is left out. */
class VendureStatusesTest {

    @ParameterizedTest
    @CsvSource({
        "Created, created",
        "Draft, created",
        "AddingItems, created",
        "ArrangingPayment, created",
        "PaymentAuthorized, paid",
        "Modifying, paid",
        "ArrangingAdditionalPayment, paid",
        "PaymentSettled, to_ship",
        "PartiallyShipped, partly_shipped",
        "Shipped, shipped",
        "PartiallyDelivered, shipped",
        "Delivered, delivered",
        "Cancelled, cancelled"
    })
    void anOrder(String theirs, String ours) {
        assertThat(VendureStatuses.ORDERS.ours(theirs)).isEqualTo(ours);
    }

    @ParameterizedTest
    @CsvSource({"Pending, refunding", "Failed, approved", "Settled, done"})
    void aRefund(String theirs, String ours) {
        assertThat(VendureStatuses.REFUNDS.ours(theirs)).isEqualTo(ours);
    }

    @Test
    void noneIsLeftOut() {
        assertThat(VendureStatuses.ORDERS.all()).hasSize(13);
        assertThat(VendureStatuses.REFUNDS.all()).hasSize(3);
        assertThat(VendureStatuses.ORDERS.ours("AwaitingPickup"))
                .as("a shop may have states of its own")
                .isEqualTo("AwaitingPickup");
    }
}
