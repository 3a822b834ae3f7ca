package io.xiaoer.answering.facts;

import io.xiaoer.answering.Fact.About;
import io.xiaoer.answering.Plan.Picked;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An answer to the clerk's question, as the id of a choice: {@code TOPIC/order/ORDER[/SKU]} or {@code TOPIC/opened/yes|no/ORDER[/SKU]}. It says all that
 * is needed to go on, so that a choice pressed late or twice means the same.
 */
public record FactChoice(
        String entryKey, About goods, @Nullable Boolean opened) {

    static FactChoice which(String entryKey, About goods) {
        return new FactChoice(entryKey, goods, null);
    }

    static FactChoice opened(String entryKey, About goods, boolean opened) {
        return new FactChoice(entryKey, goods, opened);
    }

    public Picked picked() {
        return new Picked(goods, opened);
    }

    String id() {
        String kind = opened == null ? "/order/" : opened ? "/opened/yes/" : "/opened/no/";
        String sku = goods.sku();
        return entryKey + kind + encode(goods.orderId()) + (sku == null ? "" : "/" + encode(sku));
    }

    /** Reads an id; empty if it is none of ours. */
    public static Optional<FactChoice> parse(String id) {
        String[] parts = id.split("/", -1);
        try {
            if (parts.length >= 3 && parts.length <= 4 && parts[1].equals("order")) {
                return Optional.of(which(parts[0], about(parts, 2)));
            }
            if (parts.length >= 4 && parts.length <= 5 && parts[1].equals("opened") && parts[2].matches("yes|no")) {
                return Optional.of(opened(parts[0], about(parts, 3), parts[2].equals("yes")));
            }
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // not encoded as we do
        }
        return Optional.empty();
    }

    private static About about(String[] parts, int at) {
        return new About(decode(parts[at]), parts.length > at + 1 ? decode(parts[at + 1]) : null);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
