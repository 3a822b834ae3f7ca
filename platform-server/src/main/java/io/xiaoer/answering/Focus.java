package io.xiaoer.answering;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a conversation is about at the moment, so that 「那能换吗」, 「第二个」 and 「没拆」 are understood; plain values, kept as JSON.
 *
 * @param entryKey the last topic
 * @param about the order last spoken of
 * @param opened what the shopper said of goods, by order and sku as {@link #goods} joins them
 * @param pending what the clerk asked and the shopper has not answered
 */
public record Focus(
        @Nullable String entryKey,
        Fact.@Nullable About about,
        Map<String, Boolean> opened,
        @Nullable Pending pending) {

    private static final Focus NONE = new Focus(null, null, Map.of(), null);

    /** @param entryKey the topic the question was about; null when the topic itself is asked for */
    public record Pending(Kind kind, @Nullable String entryKey, List<Reply.Choice> choices) {
        public Pending {
            choices = List.copyOf(choices);
        }
    }

    /** What is asked. */
    public enum Kind {
        TOPIC,
        ORDER,
        OPENED
    }

    public Focus {
        opened = Map.copyOf(opened);
    }

    public static Focus none() {
        return NONE;
    }

    static String goods(String orderId, @Nullable String sku) {
        return sku == null ? orderId : orderId + "/" + sku;
    }

    /** What the shopper said of the goods, or of the whole order; null if nothing. */
    public @Nullable Boolean openedOf(String orderId, String sku) {
        Boolean said = opened.get(goods(orderId, sku));
        return said == null ? opened.get(goods(orderId, null)) : said;
    }

    Focus withOpened(Fact.About goods, boolean isOpened) {
        Map<String, Boolean> known = new HashMap<>(opened);
        known.put(goods(goods.orderId(), goods.sku()), isOpened);
        return new Focus(entryKey, about, known, pending);
    }
}
