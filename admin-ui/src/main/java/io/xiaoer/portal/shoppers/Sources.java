package io.xiaoer.portal.shoppers;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import io.xiaoer.portal.frame.Ago;
import io.xiaoer.shopdata.Freshness;
import java.time.ZoneId;
import java.util.Set;

/** Says where a record comes from and as of when it is. */
final class Sources {

    private static final Set<String> KNOWN = Set.of("push", "lookup", "webhook");

    private Sources() {}

    static Component line(Component place, Freshness freshness, ZoneId zone) {
        String source = KNOWN.contains(freshness.source())
                ? place.getTranslation("shopper.source." + freshness.source())
                : freshness.source();
        Div line = new Div(place.getTranslation(
                "shopper.as-of",
                source,
                Ago.time(freshness.updatedAt(), zone),
                Ago.time(freshness.receivedAt(), zone)));
        line.addClassNames("hint", "shopper-source");
        return line;
    }
}
