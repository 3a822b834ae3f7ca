package io.xiaoer.shared;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param nextCursor opaque; asks for the page after this one; null on the last page
 */
public record Page<T>(List<T> items, @Nullable String nextCursor) {

    /** Items in a page when the caller names no limit, and the most a caller may ask for. */
    public static final int DEFAULT_LIMIT = 50;

    public static final int MAX_LIMIT = 500;

    public Page {
        items = List.copyOf(items);
    }

    /**
     * Makes a page of rows fetched with a limit of one more than {@code limit}.
     *
     * @param key what the next page begins after
     */
    public static <T> Page<T> of(List<T> oneMore, int limit, Function<T, String> key) {
        if (oneMore.size() <= limit) {
            return new Page<>(oneMore, null);
        }
        List<T> items = oneMore.subList(0, limit);
        String cursor = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(key.apply(items.getLast()).getBytes(StandardCharsets.UTF_8));
        return new Page<>(items, cursor);
    }

    /** What the caller's page begins after; empty for the first page. */
    public static String after(@Nullable String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return "";
        }
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw notACursor();
        }
    }

    /**
     * What the caller's page begins after, where that is a number.
     *
     * @param first what the first page begins after
     */
    public static int afterNumber(@Nullable String cursor, int first) {
        String after = after(cursor);
        try {
            return after.isEmpty() ? first : Integer.parseInt(after);
        } catch (NumberFormatException e) {
            throw notACursor();
        }
    }

    private static Problem notACursor() {
        return Problem.invalid("cursor", "must be a nextCursor from an earlier page");
    }

    /** @throws Problem if {@code limit} is out of range */
    public static int limit(@Nullable Integer limit) {
        if (limit == null) {
            return DEFAULT_LIMIT;
        }
        if (limit < 1 || limit > MAX_LIMIT) {
            throw Problem.invalid("limit", "must be between 1 and " + MAX_LIMIT);
        }
        return limit;
    }
}
