package io.xiaoer.conversations;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * How content a shopper was with a conversation that is closed.
 *
 * @param score 1 to 5
 */
public record Rating(int score, @Nullable String comment, OffsetDateTime at) {

    public static final int LEAST = 1;
    public static final int MOST = 5;
    public static final int MAX_COMMENT = 500;
}
