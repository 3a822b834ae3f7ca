package io.xiaoer.portal.words;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** How many of something, with what they are beneath. */
public final class Count extends Div {

    private static final long serialVersionUID = 1L;

    /** What a count means to its reader. */
    public enum Mood {
        PLAIN,
        GOOD,
        BAD
    }

    /** @param name by which it is told from the others; nobody reads it */
    public Count(String name, int count, String label, Mood mood) {
        Span number = new Span(String.valueOf(count));
        number.addClassName("count-number");
        add(number, new Span(label));
        addClassName("count");
        getElement().setAttribute("data-figure", name);
        switch (mood) {
            case PLAIN -> {}
            case GOOD -> addClassName("count-good");
            case BAD -> addClassName("count-bad");
        }
    }

    /** Some side by side. */
    public static Div row(Count... counts) {
        Div row = new Div(counts);
        row.addClassName("counts");
        return row;
    }
}
