package io.xiaoer.portal.questions;

import io.xiaoer.insights.Cause;
import io.xiaoer.insights.ClusterFilter;
import io.xiaoer.portal.frame.Place;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the address asks for.
 *
 * @param id of the question that is open; null for none in particular
 * @param cause null for any
 * @param bot as the address names it; null for the first
 */
record Wanted(
        @Nullable String id,
        Tab tab,
        @Nullable Cause cause,
        @Nullable String bot) {

    static Wanted of(Place place) {
        return new Wanted(
                place.path("id").orElse(null),
                Tab.of(place.query("state").orElse("")),
                place.query("cause")
                        .flatMap(key -> Arrays.stream(Cause.values())
                                .filter(cause -> cause.key().equals(key))
                                .findFirst())
                        .orElse(null),
                place.query("bot").orElse(null));
    }

    boolean hasListOf(Wanted other) {
        return equals(new Wanted(id, other.tab, other.cause, other.bot));
    }

    ClusterFilter filter() {
        return new ClusterFilter(tab.states(), cause, ClusterFilter.DEFAULT_DAYS);
    }

    /** What comes after the question mark, but for the bot. */
    Map<String, List<String>> query() {
        Map<String, List<String>> query = new LinkedHashMap<>();
        if (tab != Tab.OPEN) {
            query.put("state", List.of(tab.key()));
        }
        if (cause != null) {
            query.put("cause", List.of(cause.key()));
        }
        return query;
    }

    Wanted with(Tab other) {
        return new Wanted(null, other, null, bot);
    }

    Wanted with(@Nullable Cause other) {
        return new Wanted(null, tab, other, bot);
    }

    Wanted with(@Nullable String other) {
        return new Wanted(other, tab, cause, bot);
    }
}
