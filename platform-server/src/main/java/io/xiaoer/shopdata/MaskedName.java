package io.xiaoer.shopdata;

import java.util.Collections;
import org.jspecify.annotations.Nullable;

/** Names as somebody sees them who needs to tell people apart, not to know them: 王**. */
public final class MaskedName {

    private static final int MOST_STARS = 3;

    private MaskedName() {}

    /** The first character; null for no name. */
    public static @Nullable String of(@Nullable String name) {
        if (name == null || name.isBlank()) {
            return null;
        }
        String bare = name.strip();
        int first = bare.offsetByCodePoints(0, 1);
        int rest = bare.codePointCount(first, bare.length());
        return bare.substring(0, first) + String.join("", Collections.nCopies(Math.clamp(rest, 1, MOST_STARS), "*"));
    }
}
