package io.xiaoer.answering.facts;

import io.xiaoer.answering.Fact;
import io.xiaoer.answering.facts.OrderProvider.Promise;
import io.xiaoer.shopdata.Order;
import io.xiaoer.shopdata.Order.Shipment;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a parcel is, who brings it and when. */
final class LogisticsProvider implements Provider {

    record LogisticsFields(
            String item,
            String status,
            String statusText,
            boolean shipped,
            boolean delivered,
            @Nullable String carrier,
            @Nullable String trackingNo,
            @Nullable String courierName,
            @Nullable String courierPhone,
            @Nullable String latest,
            @Nullable String latestAt,
            @Nullable String eta,
            boolean late,
            @Nullable String shippedOn,
            @Nullable String deliveredOn,
            @Nullable String dispatchBy,
            boolean overdue,
            int parcels) {}

    @Override
    public Class<? extends Record> fields() {
        return LogisticsFields.class;
    }

    @Override
    public Fact tell(Inquiry in) {
        return References.ofOrder(in, order -> tell(in, order), OrderWords::isOnItsWay, OrderWords::isUnderWay);
    }

    private static Fact tell(Inquiry in, Order order) {
        Goods goods = Goods.allOf(order);
        Promise promise = Promise.of(in, order);
        Optional<Shipment> parcel = OrderWords.parcel(order);
        OffsetDateTime delivered = OrderWords.isDelivered(order)
                ? OrderWords.deliveredAt(order)
                : parcel.map(Shipment::deliveredAt).orElse(null);
        boolean isDelivered = OrderWords.isDelivered(order) || delivered != null;
        boolean shipped = isDelivered
                || parcel.isPresent()
                || order.status() == Order.Status.SHIPPED
                || order.status() == Order.Status.PARTLY_SHIPPED;
        String status = order.status() == Order.Status.CANCELLED
                ? "cancelled"
                : isDelivered
                        ? "delivered"
                        : shipped ? "shipped" : order.status() == Order.Status.CREATED ? "unpaid" : "to_ship";
        Optional<Order.Event> latest =
                parcel.flatMap(one -> one.events().stream().max(Comparator.comparing(Order.Event::at)));
        OffsetDateTime estimated = parcel.map(Shipment::estimatedAt).orElse(null);
        OffsetDateTime expected = shipped && !isDelivered ? estimated : null;
        boolean late = expected != null && expected.toInstant().isBefore(in.now);
        var fields = new LogisticsFields(
                goods.name(in.english),
                status,
                statusText(in, status),
                shipped,
                isDelivered,
                parcel.map(Shipment::carrier).orElse(null),
                parcel.map(Shipment::trackingNo).orElse(null),
                parcel.map(Shipment::courierName).orElse(null),
                parcel.map(Shipment::courierPhone).orElse(null),
                latest.map(Order.Event::text).orElse(null),
                latest.map(event -> in.spoken.moment(event.at())).orElse(null),
                expected == null || late ? null : in.spoken.before(expected),
                late,
                parcel.map(Shipment::shippedAt).map(in.spoken::day).orElse(null),
                delivered == null ? null : in.spoken.day(delivered),
                promise.text(),
                promise.broken(),
                order.shipments().size());
        String said = sentence(in, fields) + in.asOf(order) + in.say("。", ".");
        return promise.sourced(in.about(in.known(fields, said), goods));
    }

    private static String statusText(Inquiry in, String status) {
        return switch (status) {
            case "unpaid" -> in.say("还没付款", "not paid yet");
            case "to_ship" -> in.say("正在备货，还没发出", "being prepared, not shipped yet");
            case "shipped" -> in.say("已经在路上", "on its way");
            case "delivered" -> in.say("已签收", "delivered");
            default -> in.say("已取消", "cancelled");
        };
    }

    private static String sentence(Inquiry in, LogisticsFields parcel) {
        return in.english ? inEnglish(parcel) : inChinese(parcel);
    }

    private static String inChinese(LogisticsFields parcel) {
        var said = new StringBuilder(parcel.item).append(parcel.statusText);
        switch (parcel.status) {
            case "to_ship" -> {
                if (parcel.dispatchBy != null) {
                    said.append(
                            parcel.overdue
                                    ? "，本来应该在" + parcel.dispatchBy + "发出，已经超时了，实在抱歉"
                                    : "，" + parcel.dispatchBy + "发出");
                }
            }
            case "shipped" -> {
                if (parcel.trackingNo != null) {
                    said.append("，")
                            .append(parcel.carrier == null ? "快递" : parcel.carrier)
                            .append("单号")
                            .append(parcel.trackingNo);
                }
                if (parcel.latest != null) {
                    said.append("，").append(parcel.latestAt).append("：").append(parcel.latest);
                }
                if (parcel.eta != null) {
                    said.append("，预计").append(parcel.eta).append("送到");
                } else if (parcel.late) {
                    said.append("，比预计的晚了，抱歉让您久等");
                }
                if (parcel.courierPhone != null) {
                    said.append("，着急可以直接打派送员")
                            .append(parcel.courierName == null ? "" : parcel.courierName)
                            .append("的电话")
                            .append(parcel.courierPhone);
                }
                if (parcel.parcels > 1) {
                    said.append("，这单分了").append(parcel.parcels).append("个包裹");
                }
            }
            case "delivered" -> {
                if (parcel.deliveredOn != null) {
                    said.append("，签收时间是").append(parcel.deliveredOn);
                }
            }
            default -> {}
        }
        return said.toString();
    }

    private static String inEnglish(LogisticsFields parcel) {
        var said = new StringBuilder(parcel.item).append(" is ").append(parcel.statusText);
        switch (parcel.status) {
            case "to_ship" -> {
                if (parcel.dispatchBy != null) {
                    said.append(parcel.overdue ? "; it should have left " : "; it leaves ")
                            .append(parcel.dispatchBy);
                    said.append(parcel.overdue ? " and is late, I am sorry" : "");
                }
            }
            case "shipped" -> {
                if (parcel.trackingNo != null) {
                    said.append(", ")
                            .append(parcel.carrier == null ? "tracking number" : parcel.carrier)
                            .append(" ")
                            .append(parcel.trackingNo);
                }
                if (parcel.latest != null) {
                    said.append("; latest (")
                            .append(parcel.latestAt)
                            .append("): ")
                            .append(parcel.latest);
                }
                if (parcel.eta != null) {
                    said.append("; expected ").append(parcel.eta);
                } else if (parcel.late) {
                    said.append("; it is later than expected, sorry for the wait");
                }
                if (parcel.courierPhone != null) {
                    said.append("; you can call the courier")
                            .append(parcel.courierName == null ? "" : " " + parcel.courierName)
                            .append(" on ")
                            .append(parcel.courierPhone);
                }
                if (parcel.parcels > 1) {
                    said.append("; it comes in ").append(parcel.parcels).append(" parcels");
                }
            }
            case "delivered" -> {
                if (parcel.deliveredOn != null) {
                    said.append(" on ").append(parcel.deliveredOn);
                }
            }
            default -> {}
        }
        return said.toString();
    }
}
