package io.xiaoer.portal.reports;

import com.vaadin.flow.component.Component;
import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Numbers as people read them. */
final class Told {

    static final String NOTHING = "–";

    private static final double SECOND = 1000;

    private Told() {}

    static String share(OptionalDouble share) {
        return share.isEmpty() ? NOTHING : points(share.getAsDouble()) + "%";
    }

    static int points(double share) {
        return (int) Math.round(100 * share);
    }

    static String millis(Component place, @Nullable Double millis) {
        if (millis == null) {
            return NOTHING;
        }
        return millis < SECOND
                ? place.getTranslation("reports.millis", Math.max(1, Math.round(millis)))
                : place.getTranslation("reports.seconds", String.format(Locale.ROOT, "%.1f", millis / SECOND));
    }
}
