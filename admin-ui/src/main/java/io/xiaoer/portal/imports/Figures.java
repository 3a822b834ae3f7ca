package io.xiaoer.portal.imports;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** How many rows became what. */
final class Figures {

    private Figures() {}

    /** @param key begins the names of the figures' texts */
    static Component of(Component place, int created, int updated, int unchanged, int rejected, String key) {
        Div figures = new Div(
                figure(place, key + "create", created, "created"),
                figure(place, key + "update", updated, "updated"),
                figure(place, "imports.figure.unchanged", unchanged, "unchanged"),
                figure(place, "imports.figure.rejected", rejected, "rejected"));
        figures.addClassName("imports-figures");
        return figures;
    }

    private static Component figure(Component place, String text, int count, String name) {
        Span number = new Span(String.valueOf(count));
        number.addClassName("imports-number");
        Div figure = new Div(number, new Span(place.getTranslation(text)));
        figure.addClassName("imports-figure");
        figure.getElement().setAttribute("data-figure", name);
        if (name.equals("rejected") && count > 0) {
            figure.addClassName("imports-figure-bad");
        }
        return figure;
    }
}
