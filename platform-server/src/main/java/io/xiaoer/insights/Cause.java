package io.xiaoer.insights;

import java.util.Locale;

/** Why a question failed. */
public enum Cause {
    /** The bot did not know what was meant, or has nothing on it. */
    NOT_UNDERSTOOD,
    /** The bot understood, but could not have what the answer needs. */
    DATA_MISSING,
    /** The bot answered, and the shopper was not content: thumbs down, or asked again in other words. */
    WRONG;

    /** As the API names it, for example {@code data-missing}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
