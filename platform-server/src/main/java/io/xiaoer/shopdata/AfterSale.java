package io.xiaoer.shopdata;

import io.xiaoer.shared.Money;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Something a shopper asked for after buying. */
public record AfterSale(
        String id,
        String orderId,
        Kind kind,
        Status status,
        @Nullable Money amount,
        @Nullable String reason,
        @Nullable OffsetDateTime requestedAt,
        Freshness freshness)
        implements ShopRecord {

    /** What is asked for. */
    public enum Kind {
        REFUND,
        RETURN,
        EXCHANGE
    }

    /** How far it is. */
    public enum Status {
        REQUESTED,
        APPROVED,
        REJECTED,
        RETURNING,
        RECEIVED,
        REFUNDING,
        DONE,
        CANCELLED
    }
}
