package io.xiaoer.conversations;

import java.util.Locale;

/** Why a shopper is handed over to a person. */
public enum HandoverReason {
    /** The shopper wants a person, in words or by the button. */
    ASKED_FOR,
    /** The bot did not know twice in a row. */
    UNKNOWN_TWICE,
    /** A rule refused, and the shopper insists. */
    RULE_REFUSES,
    /** What the answer needs is too old, not to be had or not known. */
    DATA_MISSING,
    ANGRY,
    /** One of the shop's own words was said. */
    KEYWORD,
    /** The bot does not serve the shopper, and people do. */
    FALLBACK;

    /** As the API names it, for example {@code asked-for}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
