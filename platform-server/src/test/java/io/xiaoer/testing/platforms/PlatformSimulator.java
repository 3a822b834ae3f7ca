package io.xiaoer.testing.platforms;

import java.time.Clock;
import java.util.List;
import java.util.Map;

/** A platform with shops that a test leads; what is asked of every bridge is asked of it through this. */
public interface PlatformSimulator {

    /** As the bridge is called. */
    String bridge();

    /**
     * An order as the shop's own people would tell of it.
     *
     * @param status in our words
     * @param trackingNos of what is on its way now
     */
    record Order(String customerId, String status, String total, List<String> trackingNos) {}

    /** An HTTP request by which the platform tells of something. */
    record Telling(String path, Map<String, String> headers, String body) {}

    /** How the platform behaves towards a shop. */
    enum Trouble {
        /** Every so many calls: too many. */
        RATE,
        /** Nobody answers. */
        DOWN,
        /** Answers in another form than agreed. */
        GARBLED
    }

    /** Opens a shop that lives by a clock; returns its name. */
    String openShop(Clock clock);

    /** Whether owners agree on a page of the platform's, and tokens end and are refreshed; else they type keys in that do not end. */
    default boolean hasPage() {
        return true;
    }

    /** What an owner types in where there is no page. */
    default Map<String, String> keys(String shop) {
        return Map.of();
    }

    /** The owner agrees: a code, good once. */
    String code(String shop);

    /** So many orders of the last months, some with refunds, of a quarter as many customers. */
    void sell(String shop, int orders);

    /** Something changes, and the platform will tell of it. */
    void change(String shop);

    /** What the platform has to tell since the last time, in the order in which it happened. */
    List<Telling> tellings(String shop);

    /** The same, signed with a secret that is not the app's. */
    Telling forged(Telling telling);

    /** The same with another content than was signed. */
    default Telling altered(Telling telling) {
        return new Telling(telling.path(), telling.headers(), telling.body() + " ");
    }

    /** The same without a signature. */
    default Telling unsigned(Telling telling) {
        return new Telling(telling.path(), Map.of(), telling.body());
    }

    Map<String, Order> orders(String shop);

    /** What an after-sale's status is, by its id. */
    Map<String, String> afterSales(String shop);

    void trouble(String shop, Trouble trouble, boolean on);

    /** The access token ends now, whatever was said of it. */
    void expireToken(String shop);

    /** The owner takes back what they agreed to. */
    void revoke(String shop);

    /** How often a token was refreshed. */
    int refreshes(String shop);

    int calls(String shop);

    /** All that ever let anybody in. */
    List<String> secrets(String shop);
}
