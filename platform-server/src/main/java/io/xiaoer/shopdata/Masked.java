package io.xiaoer.shopdata;

import org.jspecify.annotations.Nullable;

/** Personal data as somebody sees it who needs to recognise it, not to use it. */
final class Masked {

    private static final int SHORT = 7;
    private static final int KEPT_OF_ADDRESS = 6;
    private static final String STARS = "****";

    private Masked() {}

    static Customer of(Customer customer) {
        return new Customer(
                customer.id(),
                customer.name(),
                phone(customer.phone()),
                customer.memberLevel(),
                customer.registeredAt(),
                customer.freshness());
    }

    static Order of(Order order) {
        Order.ShipTo to = order.shipTo();
        return new Order(
                order.id(),
                order.customerId(),
                order.status(),
                order.placedAt(),
                order.paidAt(),
                order.lines(),
                order.total(),
                order.couponIds(),
                to == null
                        ? null
                        : new Order.ShipTo(
                                MaskedName.of(to.name()), phone(to.phone()), to.region(), address(to.address())),
                order.shipments(),
                order.freshness());
    }

    /** {@code 138****1234}; of a short one the last two digits. */
    static @Nullable String phone(@Nullable String phone) {
        if (phone == null || phone.isBlank()) {
            return null;
        }
        String bare = phone.strip();
        return bare.length() < SHORT
                ? STARS + bare.substring(Math.max(0, bare.length() - 2))
                : bare.substring(0, 3) + STARS + bare.substring(bare.length() - 4);
    }

    private static @Nullable String address(@Nullable String address) {
        if (address == null || address.isBlank()) {
            return null;
        }
        String bare = address.strip();
        int kept = Math.min(KEPT_OF_ADDRESS, bare.codePointCount(0, bare.length()) / 2);
        return bare.substring(0, bare.offsetByCodePoints(0, kept)) + STARS;
    }
}
