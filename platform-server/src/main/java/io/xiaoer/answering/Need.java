package io.xiaoer.answering;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A fact that an answer can be over. */
public enum Need {
    ORDER,
    LOGISTICS,
    EXCHANGE,
    RETURN,
    REFUND,
    CANCEL,
    ADDRESS_CHANGE,
    COUPON,
    PROMOTION,
    MEMBER,
    PRESALE,
    SHIPPING_FEE,
    DELIVERY_PROMISE,
    PRODUCT,
    PRICE_PROTECTION,
    FRESH_CLAIM,
    ALLERGY_RETURN,
    INVOICE,
    NEW_CUSTOMER_GIFT;

    /** Whether it is told from what only the shop and the shopper know. */
    public boolean isPersonal() {
        return switch (this) {
            case PROMOTION, SHIPPING_FEE, DELIVERY_PROMISE, PRODUCT, INVOICE -> false;
            default -> true;
        };
    }

    /** As entries name it, for example {@code shipping-fee}. */
    public String key() {
        return variable().replace('_', '-');
    }

    /** As templates name it, for example {@code shipping_fee}. */
    public String variable() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Need> of(String key) {
        return Arrays.stream(values()).filter(need -> need.key().equals(key)).findFirst();
    }

    public static Optional<Need> ofVariable(String variable) {
        return Arrays.stream(values())
                .filter(need -> need.variable().equals(variable))
                .findFirst();
    }
}
