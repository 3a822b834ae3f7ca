package io.xiaoer.operations;

import io.xiaoer.shared.Problem;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What shops can be put in order by. */
public enum ShopSort {
    NAME("name"),
    STATE("state"),
    STAGE("stage"),
    CONVERSATIONS("conversations"),
    MESSAGES("messages"),
    UNKNOWN_SHARE("unknownShare"),
    P95("p95Millis"),
    ERRORS("errors"),
    LAST_RELEASE("lastReleaseAt"),
    LAST_SEEN("lastSeenAt");

    /** An order and its direction; what is missing comes last in both. */
    public record Order(ShopSort by, boolean descending) {

        public static final Order BY_NAME = new Order(NAME, false);

        /**
         * @param text a {@link #key}, with a minus before it for the other way round; null for the usual order
         * @throws Problem if it is none
         */
        public static Order parse(@Nullable String text) {
            if (text == null || text.isBlank()) {
                return BY_NAME;
            }
            boolean descending = text.startsWith("-");
            String key = descending ? text.substring(1) : text;
            return Arrays.stream(values())
                    .filter(sort -> sort.key.equals(key))
                    .findFirst()
                    .map(sort -> new Order(sort, descending))
                    .orElseThrow(() -> Problem.invalid(
                            "sort",
                            "must be one of "
                                    + String.join(
                                            ", ",
                                            Arrays.stream(values())
                                                    .map(ShopSort::key)
                                                    .toList())
                                    + ", with - before it for the other way round"));
        }
    }

    private final String key;

    ShopSort(String key) {
        this.key = key;
    }

    /** As the API calls it. */
    public String key() {
        return key;
    }
}
