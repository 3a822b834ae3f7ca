package io.xiaoer.shopdata;

import io.xiaoer.shared.Money;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something a shopper bought. */
public record Order(
        String id,
        String customerId,
        Status status,
        OffsetDateTime placedAt,
        @Nullable OffsetDateTime paidAt,
        List<Line> lines,
        @Nullable Money total,
        List<String> couponIds,
        @Nullable ShipTo shipTo,
        List<Shipment> shipments,
        Freshness freshness)
        implements ShopRecord {

    /** How far it is. */
    public enum Status {
        CREATED,
        PAID,
        TO_SHIP,
        PARTLY_SHIPPED,
        SHIPPED,
        DELIVERED,
        COMPLETED,
        CANCELLED
    }

    /** @param opened whether the shopper opened it; null if nobody knows */
    public record Line(
            String sku,
            String name,
            int quantity,
            @Nullable Money price,
            @Nullable Boolean opened,
            @Nullable Boolean presale) {}

    /** Personal: encrypted at rest. */
    public record ShipTo(
            @Nullable String name,
            @Nullable String phone,
            @Nullable String region,
            @Nullable String address) {}

    /** @param status as the carrier or the shop says it */
    public record Shipment(
            @Nullable String carrier,
            @Nullable String trackingNo,
            @Nullable String courierName,
            @Nullable String courierPhone,
            @Nullable String status,
            @Nullable OffsetDateTime shippedAt,
            @Nullable OffsetDateTime estimatedAt,
            @Nullable OffsetDateTime deliveredAt,
            List<Event> events) {

        public Shipment {
            events = List.copyOf(events);
        }
    }

    /** Something that happened to a parcel. */
    public record Event(OffsetDateTime at, String text) {}

    public Order {
        lines = List.copyOf(lines);
        couponIds = List.copyOf(couponIds);
        shipments = List.copyOf(shipments);
    }
}
