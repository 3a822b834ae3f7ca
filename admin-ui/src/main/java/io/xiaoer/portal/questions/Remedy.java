package io.xiaoer.portal.questions;

import io.xiaoer.answering.Fact;
import io.xiaoer.answering.Need;
import io.xiaoer.tenancy.Permission;
import java.util.Locale;
import java.util.Optional;

/** Where the data is to be had that an answer could not have. */
enum Remedy {
    /** The shop has not said how it does things. */
    RULES("/rules", Permission.VIEW),
    /** Its own systems tell nothing, or nothing fresh. */
    DATA("/data", Permission.ADMINISTER),
    /** Its page does not say who the shopper is. */
    IDENTITY("/data", Permission.ADMINISTER),
    /** There was none of this shopper: all is connected. */
    NONE("/shoppers", Permission.VIEW);

    private final String path;
    private final Permission permission;

    Remedy(String path, Permission permission) {
        this.path = path;
        this.permission = permission;
    }

    String path() {
        return path;
    }

    /** Who may go there. */
    Permission permission() {
        return permission;
    }

    /** Within names of texts. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @param missing {@code need:state} */
    static Remedy of(String missing) {
        String[] parts = missing.split(":", 2);
        if (parts.length == 2) {
            if (parts[1].equals(Fact.State.SIGN_IN.key())) {
                return IDENTITY;
            }
            if (parts[1].equals(Fact.State.NOTHING.key())) {
                return NONE;
            }
            if (parts[1].equals(Fact.State.NOT_SET.key())) {
                return RULES;
            }
        }
        return need(missing).filter(Remedy::isRule).isPresent() ? RULES : DATA;
    }

    /** What was needed, if that is known. */
    static Optional<Need> need(String missing) {
        return Need.of(missing.split(":", 2)[0]);
    }

    private static boolean isRule(Need need) {
        return switch (need) {
            case EXCHANGE,
                    RETURN,
                    PROMOTION,
                    SHIPPING_FEE,
                    DELIVERY_PROMISE,
                    PRICE_PROTECTION,
                    FRESH_CLAIM,
                    ALLERGY_RETURN,
                    INVOICE,
                    NEW_CUSTOMER_GIFT -> true;
            case ORDER, LOGISTICS, REFUND, CANCEL, ADDRESS_CHANGE, COUPON, MEMBER, PRESALE, PRODUCT -> false;
        };
    }
}
