package io.xiaoer.portal.charts;

import java.util.List;

/**
 * One kind of amount.
 *
 * @param values one for each category; a ring has one
 */
public record Series(String name, Tone tone, List<Integer> values) {

    /** The role of a colour; what it looks like is the theme's business. */
    public enum Tone {
        ACCENT,
        SOFT,
        GOOD,
        WARN,
        BAD,
        QUIET
    }

    public Series {
        values = List.copyOf(values);
    }
}
