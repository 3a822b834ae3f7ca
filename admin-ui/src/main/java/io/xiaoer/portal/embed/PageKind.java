package io.xiaoer.portal.embed;

import java.util.Locale;

/** A kind of page of a shop, as the widget is told it. */
enum PageKind {
    PRODUCT,
    CART,
    MINE,
    OTHER;

    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    String textKey() {
        return "embed.page." + wire();
    }
}
