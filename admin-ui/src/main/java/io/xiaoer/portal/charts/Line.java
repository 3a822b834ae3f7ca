package io.xiaoer.portal.charts;

import io.xiaoer.portal.charts.Series.Tone;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one amount went.
 *
 * @param values one for each category; null where there is nothing to tell
 */
public record Line(String name, Tone tone, List<@Nullable Integer> values) {

    public Line {
        values = Collections.unmodifiableList(new ArrayList<>(values));
    }
}
