package io.xiaoer.conversations;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a widget tells of itself. */
public enum BeaconKind {
    /** Something in the widget went wrong that nobody caught. */
    ERROR,
    /** A reply took long, as the shopper felt it. */
    SLOW_REPLY;

    /** As widgets and tables spell it, for example {@code slow-reply}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<BeaconKind> of(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key().equals(key)).findFirst();
    }
}
