package io.xiaoer.connectors;

import java.util.Locale;

/** How a shop's data comes to us. */
public enum Way {
    /** The shop's systems call the sync API. */
    PUSH,
    /** We ask the shop's look-up endpoint when a shopper asks. */
    LOOKUP,
    /** The shop's systems send events. */
    WEBHOOK,
    /** We read from the platform that the shop is on, and it tells us what changes. */
    BRIDGE;

    /** As the API names it and as the source of records that came this way; those of a bridge name the bridge. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
