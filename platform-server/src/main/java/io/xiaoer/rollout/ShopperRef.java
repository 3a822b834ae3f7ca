package io.xiaoer.rollout;

/**
 * Who talks to a bot.
 *
 * @param kind who vouches for the id
 * @param id as the shop's systems or the browser name the shopper
 */
public record ShopperRef(Kind kind, String id) {

    /** Who vouches for an id; the two never mix, so a browser cannot claim to be a customer. */
    public enum Kind {
        /** The shop does. */
        CUSTOMER,
        /** Nobody: a browser's own random id. */
        VISITOR
    }

    public static ShopperRef customer(String id) {
        return new ShopperRef(Kind.CUSTOMER, id);
    }

    public static ShopperRef visitor(String id) {
        return new ShopperRef(Kind.VISITOR, id);
    }

    /** Reads what {@link #toString()} wrote. */
    public static ShopperRef parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("not a shopper: " + text);
        }
        return new ShopperRef(
                Kind.valueOf(text.substring(0, colon).toUpperCase(java.util.Locale.ROOT)), text.substring(colon + 1));
    }

    @Override
    public String toString() {
        return kind.name().toLowerCase(java.util.Locale.ROOT) + ":" + id;
    }
}
