package io.xiaoer.portal.home;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** One number of today, what it is a part of, and how it compares with yesterday. */
class FigureTile extends Div {

    private static final long serialVersionUID = 1L;

    /** Whether a change is something to be glad of. */
    enum Mood {
        GOOD,
        BAD,
        NEITHER
    }

    FigureTile(String name, String label, String value, String detail) {
        setId("figure-" + name);
        addClassNames("card", "figure");
        Span title = new Span(label);
        title.addClassName("figure-label");
        Span number = new Span(value);
        number.addClassName("figure-value");
        Span more = new Span(detail);
        more.addClassName("figure-detail");
        add(title, number, more);
    }

    FigureTile withTrend(String text, Mood mood) {
        Span trend = new Span(text);
        trend.addClassNames("figure-trend", "figure-" + mood.name().toLowerCase(java.util.Locale.ROOT));
        add(trend);
        return this;
    }
}
