package io.xiaoer.portal.pilot;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.xiaoer.rollout.Interval;
import org.jspecify.annotations.Nullable;

/**
 * A number on a scale: how far it is, how sure one can be of it, and the mark it is held against. For the eye only; words beside it
 * say the same.
 */
class Range extends Div {

    private static final long serialVersionUID = 1L;

    /** How much of the scale is left beyond what is shown on it. */
    private static final double AIR = 1.25;

    private final double top;

    private Range(double top) {
        this.top = top;
        addClassName("range");
        getElement().setAttribute("aria-hidden", "true");
    }

    /** Of a share, from nothing to all, or closer where all is small. */
    static Range ofShare(@Nullable Double measured, @Nullable Interval interval, @Nullable Double required) {
        double most = Math.max(required == null ? 0 : required, measured == null ? 0 : measured);
        most = Math.max(most, interval == null ? 0 : interval.high());
        Range range = new Range(most > 0.45 || most == 0 ? 1 : most * AIR);
        if (interval != null) {
            Span band = range.part("range-band", interval.low());
            band.getStyle().set("inline-size", Percent.css((interval.high() - interval.low()) / range.top));
        }
        if (measured != null) {
            range.part("range-dot", measured);
        }
        if (required != null) {
            range.part("range-mark", required);
        }
        return range;
    }

    /** Of an amount that must become {@code required}. */
    static Range ofCount(@Nullable Double measured, @Nullable Double required) {
        double have = measured == null ? 0 : measured;
        double want = required == null ? Math.max(1, have) : required;
        Range range = new Range(Math.max(want * AIR, have));
        Span fill = range.part("range-fill", 0);
        fill.getStyle().set("inline-size", Percent.css(have / range.top));
        if (required != null) {
            range.part("range-mark", want);
        }
        return range;
    }

    private Span part(String look, double at) {
        Span part = new Span();
        part.addClassName(look);
        part.getStyle().set("inset-inline-start", Percent.css(at / top));
        add(part);
        return part;
    }
}
