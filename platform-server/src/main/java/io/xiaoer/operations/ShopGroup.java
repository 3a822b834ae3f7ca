package io.xiaoer.operations;

import io.xiaoer.shared.Problem;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Shops that are looked at together. */
public enum ShopGroup {
    ALL("all"),
    /** Those in which something is tried on new shoppers now. */
    PILOTS("pilots"),
    /** Those in which a bot was taken back by itself in the last 30 days. */
    HALTED("halted");

    private final String key;

    ShopGroup(String key) {
        this.key = key;
    }

    /** As the API calls it. */
    public String key() {
        return key;
    }

    /**
     * @param text a {@link #key}; null for all
     * @throws Problem if it is none
     */
    public static ShopGroup parse(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return ALL;
        }
        return Arrays.stream(values())
                .filter(group -> group.key.equals(text))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("show", "must be all, pilots or halted"));
    }
}
